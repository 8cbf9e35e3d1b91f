# Builds the package, then holds nothing but it and Node: no compiler, no tests, no root.
FROM node:24.11.1-trixie-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run -s build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24.11.1-trixie-slim
ENV NODE_ENV=production
COPY --from=build /src/node_modules /app/node_modules
COPY --from=build /src/package.json /app/package.json
COPY --from=build /src/dist /app/dist
# Reports and the history are written here: mount a volume to keep them.
RUN mkdir /work && chown node:node /work
WORKDIR /work
USER node
ENTRYPOINT ["node", "/app/dist/cli/main.js"]
CMD ["--help"]
