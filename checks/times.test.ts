import { expect, test } from 'vitest';

import type { Json } from '../contracts/expectation.ts';
import { evidenceOf, findingsOf } from './example-exchange.ts';
import { nanoseconds } from './moment.ts';
import { judgeTimes } from './times.ts';

const judged = (created_at: string, updated_at: string) =>
  judgeTimes(evidenceOf({ answered: { created_at, updated_at } }), 'updates');

const HELD = { outcome: 'held', observed: true };

test.each([
  ['the same moment', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
  ['a nanosecond later', '2026-01-01T00:00:00.123456788Z', '2026-01-01T00:00:00.123456789Z'],
  ['a longer fraction that is no larger', '2026-01-01T00:00:00.1Z', '2026-01-01T00:00:00.100000000Z'],
  ['earlier by the clock, in a zone behind', '2026-01-01T12:00:00Z', '2026-01-01T08:00:00-05:00'],
  ['before 1970', '1969-12-31T23:59:58.9Z', '1969-12-31T23:59:59.1Z'],
  ['in lower case', '2026-01-01t00:00:00z', '2026-01-01t00:00:01z'],
])('an update is in order when it is %s', (_, created, updated) => {
  expect(judged(created, updated)).toEqual(HELD);
});

test.each([
  ['a nanosecond earlier', '2026-01-01T00:00:00.123456789Z', '2026-01-01T00:00:00.123456788Z'],
  ['earlier within the second, with fewer digits', '2026-01-01T00:00:00.95Z', '2026-01-01T00:00:00.9Z'],
  ['earlier within the second, with more digits', '2026-01-01T00:00:00.5Z', '2026-01-01T00:00:00.25Z'],
  ['later by the clock, in a zone ahead', '2026-01-01T08:00:00Z', '2026-01-01T09:00:00+02:00'],
  ['a year earlier', '2026-01-01T00:00:00Z', '2025-01-01T00:00:00Z'],
])('an update is out of order when it is %s', (_, created, updated) => {
  expect(findingsOf(judged(created, updated))).toEqual([
    {
      message: '`updated_at` lies before `created_at`',
      path: '/updated_at',
      kind: 'backwards',
      expected: `not before "${created}"`,
      actual: `"${updated}"`,
    },
  ]);
});

test.each([
  ['one is absent', { created_at: '2026-01-01T00:00:00Z' }],
  ['one is no time', { created_at: 'today', updated_at: '2026-01-01T00:00:00Z' }],
  ['one is a day without a time', { created_at: '2026-01-01', updated_at: '2025-01-01' }],
  ['one is null', { created_at: null, updated_at: '2026-01-01T00:00:00Z' }],
  ['the body is no object', ['2026-01-01T00:00:00Z']],
])('nothing is observed where %s', (_, answered) => {
  expect(judgeTimes(evidenceOf({ answered }), 'updates')).toEqual({ outcome: 'held', observed: false });
});

test('a time is counted to the nanosecond', () => {
  expect(nanoseconds('1970-01-01T00:00:01.000000002Z')).toBe(1_000_000_002n);
  expect(nanoseconds('1970-01-01T01:00:00+01:00')).toBe(0n);
  expect(nanoseconds('1969-12-31T23:59:59.999999999Z')).toBe(-1n);
  expect(nanoseconds('2026-13-01T00:00:00Z')).toBeUndefined();
});

test.each<[Json]>([[{ toString: 1 }], [{ valueOf: 1, toString: null }], [[{ toString: 1 }]], [null], [1]])(
  'a time that is %j is no time, and breaks a requirement of its own',
  (time) => {
    const answered = { id: 'a', created_at: time, updated_at: time };
    expect(nanoseconds(time)).toBeUndefined();
    expect(judgeTimes(evidenceOf({ answered }), 'updates')).toEqual({ outcome: 'held', observed: false });
  },
);
