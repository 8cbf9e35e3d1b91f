import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { text } from 'node:stream/consumers';

import { isAnswer } from '../driver/transport.ts';
import { makeCertificate } from '../fixtures/tenant/certificate.ts';
import { listen, stopListening } from '../fixtures/tenant/listen.ts';
import type { Pact } from '../pacts/pact.ts';
import { mutable, withoutConnection } from '../pacts/relay.ts';
import { startStub, type Stub } from '../pacts/stub.ts';

/** A pact that is replayed at a URL. */
export interface Replay {
  readonly url: string;
  /** Over TLS only: PEM file of the authority to trust. */
  readonly caFile?: string;
  close(): Promise<void>;
}

/** Replays a pact on 127.0.0.1, over TLS if asked. */
export async function replay(
  pact: Pact,
  {
    port,
    https,
    states,
  }: { readonly port: number; readonly https?: true; readonly states: readonly string[] },
): Promise<Replay> {
  const stub = await startStub(pact, states);
  const certificate = https === true ? await makeCertificate() : undefined;
  const server = certificate === undefined ? createServer() : createTlsServer(certificate);
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    forward(stub, incoming, outgoing).catch((error: unknown) => outgoing.destroy(asError(error)));
  });
  const release = async (): Promise<void> => {
    await stub.close();
    await certificate?.remove();
  };
  try {
    const free = await listen(server, port);
    return {
      url: certificate === undefined ? `http://127.0.0.1:${free}` : `https://localhost:${free}`,
      ...(certificate === undefined ? {} : { caFile: certificate.caFile }),
      async close() {
        await stopListening(server);
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

async function forward(stub: Stub, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const body = await text(incoming);
  const answer = await stub.answer({
    method: incoming.method ?? 'GET',
    url: incoming.url ?? '/',
    headers: withoutConnection(incoming.headers),
    ...(body === '' ? {} : { body }),
  });
  if (isAnswer(answer)) {
    outgoing.writeHead(answer.status, mutable(withoutConnection(answer.headers)));
    outgoing.end(answer.text);
  } else {
    outgoing.writeHead(502, { 'content-type': 'text/plain' });
    outgoing.end(`${answer.message}\n`);
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
