import { afterAll, afterEach, describe, expect, test } from 'vitest';

import { judgeConformity } from '../checks/conformity.ts';
import { evidenceOf, findingsOf } from '../checks/example-exchange.ts';
import { excerpt } from '../checks/status.ts';
import { loopbackStarter } from './example-server.ts';
import { isShortened, Redactor } from './redaction.ts';
import { isAnswer, Transport } from './transport.ts';

const start = loopbackStarter(afterEach);
const transport = new Transport();
afterAll(() => transport.close());

/** Awkward on purpose: each of its forms differs from the others. */
const SECRET = 'päss/"word"\\n?&1';
const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjbGllbnQifQ.c2lnbmF0dXJl';

function knowing(...values: readonly string[]): Redactor {
  const redactor = new Redactor();
  redactor.learn(...values);
  return redactor;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('a known value', () => {
  test.each([
    ['as it is', SECRET],
    ['in a URL', encodeURIComponent(SECRET)],
    ['in JSON', JSON.stringify(SECRET).slice(1, -1)],
    ['in base64', base64(SECRET)],
    ['in base64 without padding', base64(SECRET).replace(/=+$/, '')],
    ['in base64 of URLs', Buffer.from(SECRET).toString('base64url')],
  ])('is masked %s, wherever and however often it stands', (_, form) => {
    const clean = knowing(SECRET).text(`<${form}> and <${form}>`);
    expect(clean).toMatch(/^<\[redacted\]=*> and <\[redacted\]=*>$/);
  });

  test.each([[[TOKEN, TOKEN.slice(0, 20)]], [[TOKEN.slice(0, 20), TOKEN]]])(
    'is masked whole, though it begins with another',
    (values) => {
      expect(knowing(...values).text(`Bearer ${TOKEN}.`)).toBe('Bearer [redacted].');
    },
  );

  test('is masked when it was learned after others', () => {
    const redactor = knowing('first-value');
    redactor.learn('later-value');
    expect(redactor.text('first-value later-value')).toBe('[redacted] [redacted]');
  });

  test('that is short is left alone, since it would mask half of every text', () => {
    expect(knowing('', 'a', '7-chars').text('a 7-chars text')).toBe('a 7-chars text');
    expect(knowing('8--chars').text('an 8--chars text')).toBe('an [redacted] text');
  });

  test('with characters that mean something in a pattern means just itself', () => {
    expect(knowing('a.*$&(x)').text('abcdefgh a.*$&(x)')).toBe('abcdefgh [redacted]');
  });
});

test('a text without known values stays as it is', () => {
  expect(new Redactor().text(TOKEN)).toBe(TOKEN);
});

describe('a body', () => {
  test('is whole up to 8192 characters, and then cut with the number of those left out', () => {
    const redactor = new Redactor();
    expect(redactor.body('x'.repeat(8192))).toBe('x'.repeat(8192));
    const long = 'ab'.repeat(4100);
    expect(redactor.body(long)).toBe(`${long.slice(0, 8192)}… (8 more characters)`);
    expect(isShortened(redactor.body(long))).toBe(true);
  });

  test('that is long for a run of one character tells how long the run is', () => {
    const told = new Redactor().body(
      `{"code":"// 😀${'😀'.repeat(200)}${'x'.repeat(65_000)}","a":"${'y'.repeat(99)}"}`,
    );
    expect(told).toBe(`{"code":"// [😀 201 times][x 65000 times]","a":"${'y'.repeat(99)}"}`);
    expect(isShortened(told)).toBe(true);
    expect(isShortened(`{"code":"// [😀 2 times]"}`)).toBe(false);
  });

  test('is cut after masking, so that no half of a secret survives', () => {
    const clean = knowing(TOKEN).body(`${'ab'.repeat(4090)}${TOKEN}${'cd'.repeat(25)}`);
    expect(clean).toContain('b[redacted]');
    expect(clean).not.toContain(TOKEN.slice(0, 8));
  });
});

/** What a message quotes of an answer, and what a finding shows of it. */
const QUOTES: Readonly<Record<string, (text: string) => string>> = {
  'a message': (text) => excerpt(`${'x'.repeat(130)} ${text}`),
  'a finding': (text) => {
    const exchange = evidenceOf({ answered: { new: `${'x'.repeat(370)} ${text}` } });
    const place = { schema: 'action', at: '', keywords: ['additionalProperties'] } as const;
    return findingsOf(judgeConformity(exchange, 'action', place))[0]?.actual ?? '';
  },
};

test.each(Object.entries(QUOTES))('no half of a value survives in %s that cuts it', (_, quote) => {
  const quoted = quote(TOKEN);
  expect(quoted).toMatch(/x.*…$/);
  expect(knowing(TOKEN).text(quoted)).not.toContain(TOKEN.slice(0, 8));
});

describe('headers', () => {
  test.each(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key'])(
    'called %s are masked, whatever they hold',
    (name) => {
      expect(new Redactor().headers({ [name]: ['a', 'b'] })).toEqual({ [name]: '[redacted]' });
    },
  );

  test('are masked by name however the target writes them', async () => {
    const { url } = await start((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nSet-COOKIE: session\r\nX-Api-Key: k\r\ncontent-length: 0\r\n\r\n'),
    );
    const answer = await transport.send({ method: 'GET', url, headers: {} });
    expect(isAnswer(answer) && new Redactor().headers(answer.headers)).toEqual({
      'set-cookie': '[redacted]',
      'x-api-key': '[redacted]',
      'content-length': '0',
    });
  });

  test('become one line each, without known values', () => {
    expect(knowing(TOKEN).headers({ link: ['a', `b ${TOKEN}`], etag: 'c' })).toEqual({
      link: 'a, b [redacted]',
      etag: 'c',
    });
  });

  test('have no secret in their names, and none is lost that goes by the same name then', () => {
    const redactor = knowing('first-value', 'Later-Value');
    expect(redactor.headers({ 'x-first-value': ['a', 'b'], 'x-later-value': 'c', etag: 'd' })).toEqual({
      'x-[redacted]': 'a, b, c',
      etag: 'd',
    });
  });
});
