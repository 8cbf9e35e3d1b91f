import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

import type { MockTenant } from '../fixtures/tenant/mock-tenant.ts';
import { startMockTenant } from '../fixtures/tenant/start-mock-tenant.ts';
import { forged } from '../runner/forge-token.ts';
import type { Access } from '../runner/preflight/tokens-for.ts';
import { faults, type Victim } from './chaos-faults.ts';
import { drawer } from './drawer.ts';

/** How often which faults are met. */
export interface Weather {
  /** Names of the faults that are drawn from. */
  readonly kinds: readonly string[];
  /** Share of the requests that meet one, from 0 to 1. */
  readonly share: number;
  readonly seed: number;
}

/** A mock tenant behind something that spoils its answers. */
export interface ChaosServer {
  readonly url: string;
  readonly access: Extract<Access, { by: 'client' }>;
  /** Tokens of the tenant that were sent to it. */
  readonly tokens: () => Promise<readonly string[]>;
  /** Ends the bad weather. */
  readonly calm: () => Promise<void>;
  /** How many actions are on the tenant. */
  readonly actions: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Starts a tenant whose API is spoilt; tokens are granted in peace, or nothing would be tried at all. */
export async function startChaos({ kinds, share, seed }: Weather): Promise<ChaosServer> {
  const tenant = await startMockTenant();
  const draw = drawer(seed);
  const tokens = new Set<string>();
  let calm = false;
  const handle = async (request: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    const forward = () => pass(tenant.url, request, body);
    const victim: Victim = { request, answer, body, forward };
    const [, token] = /^Bearer (eyJhbGciOiJIUzI1NiI.*)$/.exec(request.headers.authorization ?? '') ?? [];
    if (token !== undefined && !isForged(token)) tokens.add(token);
    const isApi = request.url?.startsWith('/api/') === true;
    const kind = isApi && !calm && draw() < share ? kinds[Math.floor(draw() * kinds.length)] : undefined;
    const fault = kind === undefined ? honest : faults[kind];
    if (fault === undefined) throw new Error(`there is no fault called ${String(kind)}`);
    await fault(victim);
  };
  const server = createServer((request, answer) => {
    // Whoever is spoken to like this hangs up.
    answer.on('error', () => answer.destroy());
    request.on('error', () => request.destroy());
    void handle(request, answer).catch(() => request.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server does not listen');
  const { clientId, clientSecret, audience } = tenant;
  return {
    url: `http://127.0.0.1:${address.port}`,
    access: { by: 'client', clientId, clientSecret, audience },
    tokens: () => Promise.resolve([...tokens]),
    calm: () => Promise.resolve(void (calm = true)),
    actions: () => countOn(tenant),
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
      await tenant.close();
    },
  };
}

/** Whether the suite forged a token: what is forged once more in its own way stays as it is. */
const isForged = (token: string): boolean =>
  forged(token, 'expired') === token || forged(token, 'tampered') === token;

async function countOn(tenant: MockTenant): Promise<number> {
  const headers = { authorization: `Bearer ${await tenant.token()}` };
  const answer = await fetch(`${tenant.url}/api/v2/actions/actions?per_page=100`, { headers });
  return ((await answer.json()) as { readonly actions: readonly unknown[] }).actions.length;
}

async function honest({ answer, forward }: Victim): Promise<void> {
  const { status, text } = await forward();
  answer.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  answer.end(status === 204 ? undefined : text);
}

async function pass(
  url: string,
  { method = 'GET', url: path = '/', headers }: IncomingMessage,
  body: Buffer,
): Promise<{ readonly status: number; readonly text: string }> {
  const kept = ['authorization', 'content-type', 'accept'].flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: Object.fromEntries(kept),
    ...(method === 'GET' || method === 'HEAD' || body.length === 0 ? {} : { body: new Uint8Array(body) }),
  });
  return { status: answer.status, text: await answer.text() };
}
