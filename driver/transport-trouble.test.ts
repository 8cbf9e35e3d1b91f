import type { Socket } from 'node:net';

import { afterAll, afterEach, expect, test } from 'vitest';

import type { Trouble } from './exchange.ts';
import { deserted, loopbackStarter } from './example-server.ts';
import { Transport } from './transport.ts';

const start = loopbackStarter(afterEach);
const transport = new Transport();
afterAll(() => transport.close());

const get = (url: string) => transport.send({ method: 'GET', url, headers: {} });
const OK = 'HTTP/1.1 200 OK\r\n';
const bytes = (text: string) => (socket: Socket) => socket.end(text);

function resetInBody(socket: Socket): void {
  socket.write(`${OK}content-length: 10\r\n\r\nabc`);
  setTimeout(() => socket.resetAndDestroy(), 10);
}

test.each<[Trouble['kind'], string, (socket: Socket) => void, RegExp]>([
  ['broken-off', 'a reset before the answer', (socket) => socket.resetAndDestroy(), /ECONNRESET/],
  ['broken-off', 'an end before the answer', (socket) => socket.end(), /closed/],
  ['broken-off', 'an end within the headers', bytes(`${OK}content-le`), /closed|parse/i],
  ['broken-off', 'a reset within the body', resetInBody, /ECONNRESET/],
  ['broken-off', 'a body shorter than its length', bytes(`${OK}content-length: 10\r\n\r\nabc`), /closed/],
  [
    'broken-off',
    'a last chunk that never comes',
    bytes(`${OK}transfer-encoding: chunked\r\n\r\n5\r\nabc`),
    /closed/,
  ],
  ['broken-off', 'headers without end', bytes(`${OK}x: ${'y'.repeat(100_000)}\r\n\r\n`), /headers overflow/i],
  ['invalid-answer', 'another protocol', bytes('220 mail.example ready\r\n'), /protocol/],
  [
    'invalid-answer',
    'a length that is no number',
    bytes(`${OK}content-length: abc\r\n\r\nabc`),
    /content-length/i,
  ],
  [
    'invalid-answer',
    'a chunk of no size',
    bytes(`${OK}transfer-encoding: chunked\r\n\r\nzz\r\n`),
    /chunk size/,
  ],
])('%s: %s', async (kind, _, answer, message) => {
  const { url } = await start(answer);
  expect(await get(url)).toEqual({ kind, message: expect.stringMatching(message) as string });
});

test.each(['http://', 'https://'])('unreachable: nobody listens at %s', async (scheme) => {
  const address = await deserted();
  expect(await get(`${scheme}${address}/`)).toEqual({
    kind: 'unreachable',
    message: `connect ECONNREFUSED ${address}`,
  });
});

test('unreachable: a target that speaks no TLS', async () => {
  const { url } = await start(bytes(`${OK}content-length: 0\r\n\r\n`));
  expect(await get(url.replace('http:', 'https:'))).toMatchObject({ kind: 'unreachable' });
});

test.each(['nonsense', 'http://[', 'ftp://127.0.0.1/'])('%s is trouble, not an error', async (url) => {
  expect(await get(url)).toMatchObject({ kind: expect.any(String) as string, message: /./ });
});

test('one connection in trouble does not spoil the next', async () => {
  const answers = [(socket: Socket) => socket.resetAndDestroy(), bytes(`${OK}content-length: 2\r\n\r\nok`)];
  const { url } = await start((socket) => answers.shift()?.(socket));
  expect(await get(url)).toMatchObject({ kind: 'broken-off' });
  expect(await get(url)).toMatchObject({ status: 200, text: 'ok' });
});

test('timeout: an answer that drips for ever', async () => {
  const impatient = new Transport({ silenceMs: 1500, answerMs: 300 });
  try {
    const { url } = await start((socket) => {
      socket.write(`${OK}content-length: 1000\r\n\r\n`);
      const drip = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(drip));
    });
    const outcome = await impatient.send({ method: 'GET', url, headers: {} });
    expect(outcome).toEqual({ kind: 'timeout', message: 'the answer was not complete after 0.3 s' });
  } finally {
    await impatient.close();
  }
});

test('unreachable: a name that nobody has', async () => {
  expect(await get('https://tenant.invalid/')).toMatchObject({ kind: 'unreachable' });
});
