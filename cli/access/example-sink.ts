import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A server of somebody who waits for credentials, with all that it was sent. */
export interface Sink {
  readonly url: string;
  readonly host: string;
  /** The requests since it was last asked, with their headers and bodies, as text. */
  take(): string;
  close(): Promise<void>;
}

/** Starts a server that grants everybody a token and answers everything else with an empty list. */
export async function startSink(): Promise<Sink> {
  let seen: string[] = [];
  const server = createServer((request, response) => {
    const answer = (body: string): void => {
      seen.push([request.method, request.url, JSON.stringify(request.headers), body].join('\n'));
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ access_token: 'granted.by.sink', token_type: 'Bearer', actions: [], total: 0 }),
      );
    };
    text(request).then(answer, (error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    take() {
      const all = seen.join('\n');
      seen = [];
      return all;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
