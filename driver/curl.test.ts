import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

import { afterEach, describe, expect, test } from 'vitest';

import { curlLine, shellWord } from './curl.ts';
import { loopbackStarter } from './example-server.ts';

const start = loopbackStarter(afterEach);
const run = promisify(execFile);

const sh = (line: string, env: Readonly<Record<string, string>> = {}) =>
  run('/bin/sh', ['-c', line], { env: { PATH: process.env['PATH'], ...env } });

const AWKWARD: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['an apostrophe', "it's"],
  ['only apostrophes', "''"],
  ['a line break', 'a\r\nb\n'],
  ['what the shell would fill in', '$HOME `id` $(id) "x" \\n !!'],
  ['what ends a command', 'a; b & c | d > e # f'],
  ['a pattern', '*?[a-z]{1,2}~'],
  ['non-ASCII', 'é日本😀\u200b'],
  ['an option', '-x'],
  ['a file to curl', '@no-such-file'],
  ['long runs', `{"a":"it's ${'x'.repeat(300)}${'7'.repeat(150)}"}${'Z'.repeat(100)}`],
];

describe('a word of a shell line', () => {
  test.each(AWKWARD)('is read back to the letter: %s', async (_, text) => {
    const { stdout } = await sh(`printf '%s' ${shellWord(text)}`);
    expect(stdout).toBe(text);
  });

  test.each(['https://tenant.example:8443/api/v2/a%20b', 'application/json', 'POST', 'a=b,c+d@e'])(
    '%s needs no quotes',
    (text) => {
      expect(shellWord(text)).toBe(text);
    },
  );
});

describe('a line', () => {
  const request = { method: 'GET', url: 'https://tenant.example/?a=1&b=2', headers: {} } as const;

  test('begins with the method and the address', () => {
    expect(curlLine(request)).toBe(`curl -sS -i -X GET 'https://tenant.example/?a=1&b=2'`);
  });

  test('takes a token from the environment, and never from the request', () => {
    const sent = { ...request, headers: { accept: '*/*', authorization: 'Bearer of somebody' } };
    const rest = `'https://tenant.example/?a=1&b=2' -H 'accept: */*' -H "Authorization: Bearer $AUTH0_API_TOKEN"`;
    expect(curlLine(sent, 'Bearer $AUTH0_API_TOKEN')).toBe(`curl -sS -i -X GET ${rest}`);
  });

  test('repeats credentials that are no secret', () => {
    const sent = { ...request, headers: { authorization: 'Bearer not-a-token' } };
    expect(curlLine(sent)).toBe(`${curlLine(request)} -H 'authorization: Bearer not-a-token'`);
  });

  test('tells the length of a run that nobody reads', () => {
    const line = curlLine({ ...request, body: `{"code":"// ${'x'.repeat(65_479)}"}` });
    expect(line).toMatch(/ --data-raw '\{"code":"\/\/ '"\$\(printf '%65479s' \| tr ' ' x\)"'"\}'$/);
  });

  test('has a body wherever the request had one, even an empty one', () => {
    expect(curlLine(request)).not.toContain('--data');
    expect(curlLine({ ...request, body: '' })).toMatch(/ --data-\w+ ''$/);
  });
});

describe.runIf(spawnSync('curl', ['--version']).error === undefined)('curl', () => {
  test.each(AWKWARD)('sends a body again to the letter: %s', async (_, text) => {
    const { url, received } = await start((socket) =>
      socket.end('HTTP/1.1 201 Created\r\ncontent-length: 0\r\nconnection: close\r\n\r\n'),
    );
    const line = curlLine(
      {
        method: 'POST',
        url: `${url}/api/v2/a?name=${encodeURIComponent(text)}`,
        headers: { accept: 'application/json', 'content-type': 'application/json', authorization: 'masked' },
        body: text,
      },
      'Bearer $AUTH0_API_TOKEN',
    );
    const { stdout } = await sh(line, { AUTH0_API_TOKEN: 'the-token', no_proxy: '*' });

    const [head = '', ...body] = received().split('\r\n\r\n');
    expect(stdout).toContain('201 Created');
    expect(head).toContain(`POST /api/v2/a?name=${encodeURIComponent(text)} HTTP/1.1\r\n`);
    expect(head.split('\r\n').filter((each) => /^(accept|content-type|authorization):/i.test(each))).toEqual([
      'accept: application/json',
      'content-type: application/json',
      'Authorization: Bearer the-token',
    ]);
    expect(body.join('\r\n\r\n')).toBe(text);
  });

  test.each([
    ['latin1', 'a\u00ff\u00fe', 'a\u00ff\u00fe'],
    ['utf16le', '{}', '{\0}\0'],
  ] as const)('sends a body again that was in %s', async (encoding, body, bytes) => {
    const { url, received } = await start((socket) =>
      socket.end('HTTP/1.1 201 Created\r\ncontent-length: 0\r\nconnection: close\r\n\r\n'),
    );
    await sh(curlLine({ method: 'POST', url, headers: {}, body, encoding }), { no_proxy: '*' });
    expect(received('latin1').endsWith(`\r\n\r\n${bytes}`)).toBe(true);
  });
});
