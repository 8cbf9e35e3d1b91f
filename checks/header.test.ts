import { expect, test } from 'vitest';

import type { Expectation } from '../contracts/expectation.ts';
import { evidenceOf, findingsOf } from './example-exchange.ts';
import { judge } from './judge.ts';

const challenge: Expectation = { kind: 'header', name: 'www-authenticate', of: 401, naming: 'Bearer' };
const judged = (headers: Readonly<Record<string, string | string[]>>, status = 401) =>
  judge(challenge, evidenceOf({ status, headers, about: { credentials: 'none' } }));

test.each([
  'Bearer',
  'bearer realm="x", error="invalid_token"',
  'Basic realm="x", Bearer',
  'DPoP algs="ES256",Bearer error="Bearer"',
])('%s asks for a Bearer token', (value) => {
  expect(judged({ 'www-authenticate': value })).toEqual({ outcome: 'held', observed: true });
});

test('challenges may stand in lines of their own', () => {
  expect(judged({ 'www-authenticate': ['Basic realm="x"', 'Bearer'] }).outcome).toBe('held');
});

test.each(['Basic realm="Bearer"', 'BearerToken', 'MAC, NotBearer'])(
  '%s asks for something else',
  (value) => {
    expect(findingsOf(judged({ 'www-authenticate': value }))).toMatchObject([
      { path: 'header www-authenticate', kind: 'other', expected: 'Bearer' },
    ]);
  },
);

test('an answer with another status, or without the header, shows nothing of what the header says', () => {
  expect(judged({ 'www-authenticate': 'Basic' }, 403)).toEqual({ outcome: 'held', observed: false });
  expect(judged({})).toEqual({ outcome: 'held', observed: false });
});
