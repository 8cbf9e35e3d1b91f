import { expect, test } from 'vitest';

import { field, headersOf, listOf, momentOf, numberOf } from './fields.ts';

test.each([
  [
    'a map of texts',
    { 'Content-Type': 'text/plain', 'X-Number': 3 },
    { 'content-type': 'text/plain', 'x-number': '3' },
  ],
  ['a map of lists', { Vary: ['a', 'b'], Date: ['c'], Empty: [] }, { vary: ['a', 'b'], date: 'c' }],
  [
    'a list of pairs',
    [
      { name: 'Vary', value: 'a' },
      { name: 'vary', value: 'b' },
    ],
    { vary: ['a', 'b'] },
  ],
  [
    'names and values in turn',
    ['Date', 'today', 'Set-Cookie', 'a=1: b'],
    { date: 'today', 'set-cookie': 'a=1: b' },
  ],
  ['lines', ['Date: today', 'Vary: a'], { date: 'today', vary: 'a' }],
  ['lists of two', [['Date', 'today']], { date: 'today' }],
  ['what HTTP/2 adds', { ':status': '200', date: 'today' }, { date: 'today' }],
  [
    'names that are none',
    [
      [{ toString: 1 }, 'a'],
      ['Date', 'today'],
    ],
    { date: 'today' },
  ],
  ['nothing', null, {}],
  ['something else', 7, {}],
])('headers are read from %s', (_, written, read) => {
  expect(headersOf(written)).toEqual(read);
});

test('what every object inherits is no field', () => {
  expect(field({}, 'constructor')).toBeUndefined();
  expect(field('text', 'length')).toBeUndefined();
  expect(field({ a: 1 }, 'a')).toBe(1);
});

test.each([
  [201, 201],
  ['201 Created', 201],
  ['none', undefined],
  [Number.NaN, undefined],
  [{}, undefined],
])('%j is the number %s', (value, number) => {
  expect(numberOf(value)).toBe(number);
});

test.each([
  ['Mon, 02 Mar 2026 08:15:00 GMT', '2026-03-02T08:15:00.000Z'],
  ['2026-03-02T08:15:00+01:00', '2026-03-02T07:15:00.000Z'],
  [new Date(0), '1970-01-01T00:00:00.000Z'],
  ['yesterday', undefined],
  [undefined, undefined],
])('%s is the moment %s', (value, moment) => {
  expect(momentOf(value)).toBe(moment);
});

test('one thing may stand for a list of one', () => {
  expect([listOf('a'), listOf(['a']), listOf(undefined), listOf(null)]).toEqual([['a'], ['a'], [], []]);
});
