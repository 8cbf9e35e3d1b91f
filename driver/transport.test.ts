import { afterAll, afterEach, describe, expect, test } from 'vitest';

import type { Headers } from './exchange.ts';
import { deserted, loopbackStarter } from './example-server.ts';
import { isAnswer, Transport } from './transport.ts';

const start = loopbackStarter(afterEach);
const transport = new Transport();
afterAll(() => transport.close());

const get = (url: string, headers: Headers = {}) => transport.send({ method: 'GET', url, headers });

/** Sends a request to a server that answers with these bytes and then ends the connection. */
async function exchange(...parts: readonly (string | Buffer)[]) {
  const { url } = await start((socket) => socket.end(Buffer.concat(parts.map((part) => Buffer.from(part)))));
  return get(url);
}

const OK = 'HTTP/1.1 200 OK\r\n';
const body = (...bytes: readonly (string | Buffer)[]) => exchange(`${OK}connection: close\r\n\r\n`, ...bytes);

describe('a request', () => {
  test('is sent to the letter, with every value of a repeated header', async () => {
    const { url, received } = await start((socket) => socket.end(`${OK}content-length: 0\r\n\r\n`));
    await transport.send({
      method: 'POST',
      url: `${url}/a%2Fb?force=true`,
      headers: { authorization: 'Bearer token', 'x-twice': ['one', 'two'] },
      body: '{"name": "é\r\n"}',
    });

    expect(received()).toMatch(/^POST \/a%2Fb\?force=true HTTP\/1\.1\r\n/);
    expect(received()).toMatch(/\r\nauthorization: Bearer token\r\n/);
    expect(received()).toMatch(/\r\nx-twice: one\r\nx-twice: two\r\n/);
    expect(received()).toMatch(/\r\ncontent-length: 16\r\n/);
    expect(received().split('\r\n\r\n').slice(1).join('\r\n\r\n')).toBe('{"name": "é\r\n"}');
  });

  test.each([
    ['latin1', '\u00ff{}', '\u00ff{}'],
    ['utf16le', '{}', '{\0}\0'],
  ] as const)('is sent in %s where it says so', async (encoding, text, bytes) => {
    const { url, received } = await start((socket) => socket.end(`${OK}content-length: 0\r\n\r\n`));
    await transport.send({ method: 'POST', url, headers: {}, body: text, encoding });
    expect(received('latin1').endsWith(`\r\n\r\n${bytes}`)).toBe(true);
  });

  test('without a body sends none, and adds no type', async () => {
    const { url, received } = await start((socket) => socket.end(`${OK}content-length: 0\r\n\r\n`));
    await transport.send({ method: 'DELETE', url, headers: {} });
    expect(received()).toMatch(/^DELETE \/ /);
    expect(received()).not.toMatch(/content-(type|length): [^0]/i);
  });

  test('follows no redirect, so that the token never travels on', async () => {
    const elsewhere = await start((socket) => socket.end(`${OK}content-length: 0\r\n\r\n`));
    const { url } = await start((socket) =>
      socket.end(
        `HTTP/1.1 307 Temporary Redirect\r\nlocation: ${elsewhere.url}\r\ncontent-length: 0\r\n\r\n`,
      ),
    );
    expect(await get(url, { authorization: 'Bearer token' })).toMatchObject({
      status: 307,
      headers: { location: elsewhere.url },
    });
    expect(elsewhere.received()).toBe('');
  });
});

describe('an answer', () => {
  test('has its status, its text and its headers in lower case, the repeated ones with all values', async () => {
    const head =
      'HTTP/1.1 418 Teapot\r\nX-One: a\r\nSET-COOKIE: b\r\nSet-Cookie: c\r\nContent-Length: 2\r\n\r\n';
    expect(await exchange(head, 'ok')).toEqual({
      status: 418,
      headers: { 'x-one': 'a', 'set-cookie': ['b', 'c'], 'content-length': '2' },
      text: 'ok',
      utf8: true,
    });
  });

  test.each<[string, Buffer, string, boolean]>([
    ['UTF-8', Buffer.from('é😀'), 'é😀', true],
    ['nothing', Buffer.alloc(0), '', true],
    ['a replacement character that was really sent', Buffer.from('\ufffd'), '\ufffd', true],
    ['Latin-1', Buffer.from('é', 'latin1'), '\ufffd', false],
    ['a character that breaks off', Buffer.from('😀').subarray(0, 3), '\ufffd', false],
    ['half of a surrogate pair', Buffer.from([0xed, 0xa0, 0x80]), '\ufffd\ufffd\ufffd', false],
    ['a byte order mark', Buffer.from('\ufeff{}'), '\ufeff{}', false],
    ['a byte order mark further on', Buffer.from('{\ufeff}'), '{\ufeff}', true],
  ])('of %s is decoded, and says whether its bytes were UTF-8', async (_, bytes, text, utf8) => {
    expect(await body(bytes)).toMatchObject({ status: 200, text, utf8 });
  });

  test('is read whole where a character is torn between two packets', async () => {
    const [head, tail] = [Buffer.from('a😀').subarray(0, 3), Buffer.from('a😀').subarray(3)];
    const { url } = await start((socket) => {
      socket.setNoDelay(true).write(Buffer.concat([Buffer.from(`${OK}content-length: 5\r\n\r\n`), head]));
      setTimeout(() => socket.end(tail), 10);
    });
    expect(await get(url)).toMatchObject({ text: 'a😀', utf8: true });
  });

  test('ends where its length says, whatever follows', async () => {
    expect(await exchange(`${OK}content-length: 3\r\n\r\n`, 'abcHTTP/1.1 500 X')).toMatchObject({
      text: 'abc',
    });
  });

  test('that does not end is given up', async () => {
    const { url } = await start((socket) => {
      const megabyte = Buffer.alloc(1024 * 1024, 'a');
      const pour = () => {
        while (!socket.destroyed && socket.write(megabyte));
      };
      socket.write(`${OK}\r\n`);
      socket.on('drain', pour);
      pour();
    });
    expect(await get(url)).toEqual({
      kind: 'too-large',
      message: 'the answer is longer than 12582912 bytes',
    });
  });
});

test('what came of a request is an answer or trouble', async () => {
  expect(isAnswer(await body('x'))).toBe(true);
  expect(isAnswer(await get(`http://${await deserted()}`))).toBe(false);
});
