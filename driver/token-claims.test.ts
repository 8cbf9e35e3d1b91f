import { describe, expect, test } from 'vitest';

import { readClaims } from './token-claims.ts';

const token = (payload: unknown): string =>
  `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.c2ln`;

describe('the claims of a token', () => {
  test.each<[string, unknown, ReturnType<typeof readClaims>]>([
    [
      'scopes and expiry',
      { scope: 'a:b  c:d', exp: 5 },
      { scopes: new Set(['a:b', 'c:d']), expiresAt: 5000 },
    ],
    ['permissions', { permissions: ['a:b'] }, { scopes: new Set(['a:b']) }],
    ['no scope at all, which is something else than not saying', { scope: '' }, { scopes: new Set() }],
    ['nothing', {}, {}],
    ['values of other types', { scope: 1, exp: '5', permissions: 'a' }, {}],
    ['null', null, {}],
  ])('are %s', (_, payload, claims) => {
    expect(readClaims(token(payload))).toEqual(claims);
  });

  test.each(['', 'opaque', 'a.b', 'a.b.c', `e30.${'!'.repeat(9)}.x`])('are nothing in %j', (text) => {
    expect(readClaims(text)).toEqual({});
  });
});
