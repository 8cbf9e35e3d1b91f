import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

import { isObject, type JsonObject } from '../contracts/pointer.ts';
import { messageOf } from '../driver/errors.ts';
import type { Answer, Headers } from '../driver/exchange.ts';

/** A request of Pact's Verifier. */
export interface RelayedRequest {
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  readonly headers: Headers;
  readonly body?: string;
}

/** The provider that stands behind the relay. `interaction` is the number that {@link marked} gave it. */
export interface Provider {
  /** Brings the provider into a state, and gives what the interaction's requests are completed with. */
  setUp(interaction: number, state: string, parameters: JsonObject): Promise<JsonObject>;
  /** Undoes what the interaction left behind; asked once for each of its states. */
  tearDown(interaction: number): Promise<void>;
  answer(interaction: number, request: RelayedRequest): Promise<Answer>;
}

/** A server on this machine that Pact's Verifier takes for the provider. */
export interface Relay {
  readonly port: number;
  readonly stateUrl: string;
  close(): Promise<void>;
}

const STATES = '/-/states';
const MARK = 'x-conformance-interaction';

/** Headers that belong to one connection, or that the relay's own clients and servers set. */
const OF_A_CONNECTION =
  /^(connection|keep-alive|host|content-length|transfer-encoding|accept-encoding|user-agent|x-conformance-interaction)$/;

/** An interaction with its number in its states and its request, so that the relay knows which one is under way. */
export function marked(raw: JsonObject, number: number): JsonObject {
  const { providerState, providerStates, request } = raw;
  const states = Array.isArray(providerStates) ? providerStates.filter(isObject) : [];
  const name = (state: unknown): string => `${number}#${typeof state === 'string' ? state : ''}`;
  const sent = isObject(request) ? request : {};
  return {
    ...raw,
    description: `#${number}`,
    ...(typeof providerState === 'string' || states.length === 0
      ? { providerState: name(providerState), providerStates: [{ name: name(providerState) }] }
      : { providerStates: states.map((state) => ({ ...state, name: name(state['name']) })) }),
    request: {
      ...sent,
      headers: { ...(isObject(sent['headers']) ? sent['headers'] : {}), [MARK]: String(number) },
    },
  };
}

/** Starts a relay on the loopback address. */
export async function startRelay(provider: Provider): Promise<Relay> {
  const server = createServer((incoming, outgoing) => {
    relay(provider, incoming, outgoing).catch((error: unknown) => {
      // Anything but a refusal would be tried again for minutes.
      reply(outgoing, 400, { error: messageOf(error) });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the relay listens on no port');
  const { port } = address;
  return {
    port,
    stateUrl: `http://127.0.0.1:${port}${STATES}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function relay(provider: Provider, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/' } = incoming;
  const body = await text(incoming);
  if (url === STATES) {
    reply(outgoing, 200, await changeState(provider, body));
    return;
  }
  const answer = await provider.answer(Number(incoming.headers[MARK]), {
    method,
    path: url,
    headers: withoutConnection(incoming.headers),
    ...(body === '' ? {} : { body }),
  });
  outgoing.writeHead(answer.status, mutable(withoutConnection(answer.headers)));
  outgoing.end(answer.text);
}

async function changeState(provider: Provider, body: string): Promise<JsonObject> {
  const change: unknown = JSON.parse(body);
  if (!isObject(change)) throw new Error('a change of state that is no object');
  const { state, params, action } = change;
  const [number = '', ...name] = (typeof state === 'string' ? state : '').split('#');
  if (action === 'teardown') {
    await provider.tearDown(Number(number));
    return {};
  }
  return await provider.setUp(Number(number), name.join('#'), isObject(params) ? params : {});
}

function reply(outgoing: ServerResponse, status: number, body: object): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify(body));
}

/** Headers without those that belong to one connection. */
export function withoutConnection(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Headers {
  return Object.fromEntries(
    Object.entries(headers).filter(
      (entry): entry is [string, string | readonly string[]] =>
        entry[1] !== undefined && !OF_A_CONNECTION.test(entry[0]),
    ),
  );
}

/** Headers as Node's server takes them. */
export const mutable = (headers: Headers): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  );
