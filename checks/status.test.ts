import { describe, expect, test } from 'vitest';

import { evidenceOf, findingsOf } from './example-exchange.ts';
import { judge } from './judge.ts';
import { excerpt } from './status.ts';

const judged = (kind: 'accepted' | 'rejected', status: number, text = '') =>
  judge({ kind }, evidenceOf({ status, text }));

const HELD = { outcome: 'held', observed: true };
const FULL = JSON.stringify({ statusCode: 403, errorCode: 'too_many_entities', message: 'no more' });

describe('an accepted request', () => {
  test.each([200, 201, 202, 299])('is one that is answered with %d', (status) => {
    expect(judged('accepted', status)).toEqual(HELD);
  });

  test.each([199, 302, 400, 403, 500])('is not one that is answered with %d', (status) => {
    expect(findingsOf(judged('accepted', status, ' {"a":\n 1} '))).toEqual([
      {
        message: `a valid request was answered with ${status}: {"a": 1}`,
        path: 'status',
        kind: `${Math.floor(status / 100)}xx`,
        expected: '2xx',
        actual: String(status),
      },
    ]);
  });

  test('cannot be judged on a tenant that is full', () => {
    expect(judged('accepted', 403, FULL)).toEqual({
      outcome: 'unjudged',
      reason: 'the tenant holds as many actions as it may',
    });
  });

  test('is not excused by the same words under another status', () => {
    expect(judged('accepted', 400, FULL).outcome).toBe('broken');
  });
});

describe('a refused request', () => {
  test.each([400, 404, 422, 499])('is one that is answered with %d', (status) => {
    expect(judged('rejected', status)).toEqual(HELD);
  });

  test.each([
    [201, 'an invalid request was accepted with 201'],
    [500, 'an invalid request was answered with 500 rather than refused: oops'],
    [302, 'an invalid request was answered with 302 rather than refused: oops'],
  ])('is not one that is answered with %d', (status, message) => {
    expect(findingsOf(judged('rejected', status, 'oops'))).toEqual([
      {
        message,
        path: 'status',
        kind: `${Math.floor(status / 100)}xx`,
        expected: '4xx',
        actual: String(status),
      },
    ]);
  });

  test('cannot be judged on a tenant that is full: it refuses every create', () => {
    expect(judged('rejected', 403, FULL)).toMatchObject({ outcome: 'unjudged' });
  });
});

describe('a documented status', () => {
  const status = (actual: number) =>
    judge({ kind: 'status', in: [400, 404] }, evidenceOf({ status: actual }));

  test('is any of those named', () => {
    expect([status(400), status(404)]).toEqual([HELD, HELD]);
  });

  test('is no other', () => {
    expect(findingsOf(status(403))).toEqual([
      {
        message: 'answered with 403, not 400 or 404',
        path: 'status',
        kind: '403',
        expected: '400 or 404',
        actual: '403',
      },
    ]);
  });
});

describe('an excerpt', () => {
  test.each([
    ['', 'no body'],
    [' \n ', 'no body'],
    ['a\r\n\tb', 'a b'],
    ['x'.repeat(160), 'x'.repeat(160)],
  ])('of %j is one line', (text, line) => {
    expect(excerpt(text)).toBe(line);
  });

  test('of a long text is its beginning, and says that there is more', () => {
    const line = excerpt('one two '.repeat(100));
    expect(line).toMatch(/^(one two ){10,}.*…$/);
    expect(line.length).toBeLessThanOrEqual(161);
  });
});
