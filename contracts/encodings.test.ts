import { describe, expect, it } from 'vitest';

import { formsOf } from './encodings.ts';

const SECRET = 'Conformance-secret/"é"';
const found = (text: string): boolean => formsOf(SECRET).some((form) => text.includes(form));

describe('the forms of a secret', () => {
  it.each([
    ['as it is', SECRET],
    ['in lower case', SECRET.toLowerCase()],
    ['in JSON', JSON.stringify({ value: SECRET })],
    ['in a URL', `?a=${encodeURIComponent(SECRET)}&b`],
    ['in hexadecimal', Buffer.from(SECRET).toString('hex')],
    ['in base64', Buffer.from(SECRET).toString('base64')],
    ['in base64 for URLs', Buffer.from(SECRET).toString('base64url')],
    ['as a password', Buffer.from(`me:${SECRET}`).toString('base64')],
    ['after one byte', Buffer.from(`a${SECRET}z`).toString('base64')],
    ['after two bytes', Buffer.from(`ab${SECRET}zz`).toString('base64')],
    ['after three bytes', Buffer.from(`abc${SECRET}zzz`).toString('base64')],
  ])('are found %s', (_, text) => {
    expect(found(text)).toBe(true);
  });

  it('are not found where the secret is not', () => {
    expect(found(Buffer.from('another Conformance-secre').toString('base64'))).toBe(false);
  });
});

it('half of a surrogate pair, which no URL can hold, is no obstacle', () => {
  expect(formsOf('secret-\ud800-value')).toContain('secret-\ud800-value');
});
