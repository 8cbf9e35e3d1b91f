import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';

import { afterAll, afterEach, expect, test } from 'vitest';

import { startMockTenant } from '../fixtures/tenant/start-mock-tenant.ts';
import { loopbackStarter } from './example-server.ts';
import { Transport } from './transport.ts';

const start = loopbackStarter(afterEach);
const transport = new Transport();
afterAll(() => transport.close());

const get = (url: string) => transport.send({ method: 'GET', url, headers: {} });

test('https at a port that speaks plain HTTP is told without a word of OpenSSL', async () => {
  const server = createServer((_, response) => response.end('{}'));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const { message, kind } = (await get(`https://127.0.0.1:${port}/`)) as { kind: string; message: string };
  server.close();
  expect([kind, message]).toEqual(['unreachable', expect.stringMatching(/speaks no TLS: .*http:\/\//)]);
  expect(message).not.toMatch(/SSL routines|error:|\.c:/);
});

test('http at a port that speaks TLS is told', async () => {
  const tenant = await startMockTenant({ https: true });
  const outcome = await get(tenant.url.replace('https:', 'http:'));
  await tenant.close();
  expect(outcome).toMatchObject({
    message: expect.stringContaining('the address begins with https://') as string,
  });
});

/** What a server that waits for TLS may answer to anything else: that it does not know the version. */
const alert = (socket: Socket) => socket.end(Buffer.from([0x15, 3, 1, 0, 2, 2, 70]));

test.each([
  ['http:', 'unreachable', /speaks TLS: the address begins with https/],
  ['https:', 'unreachable', /^the TLS handshake failed: tlsv1 alert protocol version \(ERR_SSL_/],
])('%s answered with an alert is told', async (scheme, kind, words) => {
  const { url } = await start(alert);
  expect(await get(url.replace('http:', scheme))).toEqual({
    kind,
    message: expect.stringMatching(words) as string,
  });
});

test('a server that breaks off in the middle is not taken for one that speaks TLS', async () => {
  const { url } = await start((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc'));
  expect(JSON.stringify(await get(url))).not.toContain('TLS');
});
