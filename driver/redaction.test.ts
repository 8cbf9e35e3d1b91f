import { afterAll, afterEach, describe, expect, test } from 'vitest';

import { judgeConformity } from '../checks/conformity.ts';
import { evidenceOf, findingsOf } from '../checks/example-exchange.ts';
import { excerpt } from '../checks/status.ts';
import { encodings } from '../contracts/example-encodings.ts';
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

describe('a known value', () => {
  test.each(Object.entries(encodings))('is masked %s, wherever and however often it stands', (_, encode) => {
    const redactor = knowing(SECRET);
    const text = `<${encode(SECRET)}> and <${encode(SECRET)}>`;
    expect(redactor.text(text)).toMatch(
      /^<[^<>]{0,4}\[redacted\][^<>]{0,6}> and <[^<>]{0,4}\[redacted\][^<>]{0,6}>$/,
    );
    expect(redactor.reveals(text)).toBe(true);
    expect(redactor.reveals(redactor.text(text))).toBe(false);
  });

  test('is masked without its last character', () => {
    expect(knowing(TOKEN).text(TOKEN.slice(0, -1))).toBe('[redacted]');
    expect(knowing(TOKEN).reveals(TOKEN.slice(0, -1))).toBe(true);
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

  test('that is short is masked as a word, and told by nobody, since ordinary text may hold it', () => {
    const redactor = knowing('', 'a', '7-chars', '8--chars');
    expect(redactor.text('a 7-chars text and 77-chars')).toBe('a [redacted] text and 77-chars');
    expect(redactor.text('an x8--charsx text')).toBe('an x[redacted]x text');
    expect([redactor.reveals('7-chars'), redactor.reveals('8--chars')]).toEqual([false, true]);
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

  test('of megabytes of one character is told in a line', () => {
    expect(new Redactor().body('x'.repeat(4_000_000))).toBe('[x 196608 times]… (3803392 more characters)');
  });

  test('of megabytes has no half of a secret at its end, however much was masked before', () => {
    const clean = knowing(TOKEN).body(`${TOKEN} `.repeat(10_000));
    expect(clean.replaceAll('[redacted] ', '')).toMatch(/^(\[redacted\])?\S{0,10}… \(\d+ more characters\)$/);
    expect(clean).not.toContain(TOKEN.slice(0, 8));
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
