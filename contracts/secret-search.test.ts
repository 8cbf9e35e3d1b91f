import { describe, expect, it } from 'vitest';

import { encodings } from './example-encodings.ts';
import { SecretSearch } from './secret-search.ts';

const SECRET = 'Conformance-secret/+"é%41&\\n 0123456789';
const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjbGllbnQifQ.c2lnbmF0dXJl';

describe.each(Object.entries(encodings))('a secret %s', (_, encode) => {
  it.each([SECRET, TOKEN])('is found and masked, and nothing else: %s', (secret) => {
    const search = new SecretSearch([secret]);
    expect(search.masked(`<${encode(secret)}> and <${encode(secret)}>`)).toMatch(
      /^<[^<>]{0,4}\[redacted\][^<>]{0,6}> and <[^<>]{0,4}\[redacted\][^<>]{0,6}>$/,
    );
  });

  it('is not found where another one is', () => {
    expect(new SecretSearch([SECRET], { cut: true }).finds(encode(TOKEN))).toBe(false);
    expect(new SecretSearch([SECRET], { cut: true }).finds(encode(SECRET.slice(20)))).toBe(false);
  });
});

describe('most of a secret', () => {
  const cut = new SecretSearch([TOKEN], { cut: true });

  it.each([
    ['without its last character', TOKEN.slice(0, -1)],
    ['without its first one', TOKEN.slice(1)],
    ['without eight characters', TOKEN.slice(5, -3)],
    ['cut, in base64', Buffer.from(TOKEN.slice(0, -3)).toString('base64')],
  ])('%s is masked where that is asked for', (__, text) => {
    expect(cut.masked(`x ${text} y`)).toMatch(/^x \[redacted\]=* y$/);
    expect(new SecretSearch([TOKEN]).finds(text)).toBe(false);
  });

  it('is not what lacks its signature, or as much at its beginning', () => {
    expect(cut.finds(TOKEN.slice(0, -9))).toBe(false);
    expect(cut.finds(TOKEN.slice(9))).toBe(false);
  });
});

describe('a short secret', () => {
  const words = new SecretSearch(['s3cr', 'ab', ''], { words: true });

  it('is found as a word, also where it is encoded', () => {
    expect(words.masked('Bearer s3cr, "S3CR" and %73%33%63%72.')).toBe(
      'Bearer [redacted], "[redacted]" and [redacted].',
    );
  });

  it.each(['s3cret', 'xs3cr', 'ab', 'éS3CR'])('is not found in %s', (text) => {
    expect(words.finds(text)).toBe(false);
  });

  it('is not looked for unless that is asked for', () => {
    expect(new SecretSearch(['s3cr']).finds('s3cr')).toBe(false);
  });
});

it('where a text is cut, no secret is cut', () => {
  const search = new SecretSearch([TOKEN]);
  expect(search.masked(`abc ${TOKEN} def ${TOKEN}`, 8)).toBe('abc [redacted]');
  expect(search.masked('abc def', 3)).toBe('abc');
});

it('letters that fold to two, and half a character, move nothing', () => {
  expect(new SecretSearch([SECRET, 'half-\ud800-secret']).masked(`İİ ${SECRET} half-\ud800-secret`)).toBe(
    'İİ [redacted] [redacted]',
  );
});

it('secrets that lie within each other are masked once', () => {
  expect(new SecretSearch([TOKEN, TOKEN.slice(0, 20)]).masked(`Bearer ${TOKEN}.`)).toBe('Bearer [redacted].');
});
