// As its documentation shows it: validation, and answers mocked from the description; the bearer token is looked for.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

import openapiBackend from 'openapi-backend';

const [port, document] = process.argv.slice(2);
// Its check of the description itself knows no OpenAPI 3.1: `quick` leaves it out.
const api = new openapiBackend.OpenAPIBackend({
  definition: JSON.parse(readFileSync(document, 'utf8')),
  quick: true,
});
api.register({
  validationFail: (context) => ({
    status: 400,
    body: {
      statusCode: 400,
      error: 'Bad Request',
      message: context.validation.errors?.[0]?.message ?? 'invalid',
    },
  }),
  notFound: () => ({ status: 404, body: { statusCode: 404, error: 'Not Found', message: 'not found' } }),
  methodNotAllowed: () => ({
    status: 405,
    body: { statusCode: 405, error: 'Method Not Allowed', message: 'no' },
  }),
  unauthorizedHandler: () => ({
    status: 401,
    body: { statusCode: 401, error: 'Unauthorized', message: 'Missing token' },
  }),
  notImplemented: (context) => {
    const { status, mock } = context.api.mockResponseForOperation(context.operation.operationId);
    return { status, body: mock };
  },
});
api.registerSecurityHandler('bearer', (context) =>
  /^Bearer \S/.test(String(context.request.headers.authorization)),
);
await api.init();

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { status, body } = await api.handleRequest({
    method: request.method,
    path: new URL(request.url, 'http://localhost').pathname,
    query: new URL(request.url, 'http://localhost').search.slice(1),
    body: chunks.length === 0 ? undefined : Buffer.concat(chunks).toString('utf8'),
    headers: request.headers,
  });
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}).listen(Number(port), '127.0.0.1');
