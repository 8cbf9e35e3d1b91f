import { describe, expect, test } from 'vitest';
import { amount } from './amount.ts';
import { pieces } from './backticks.ts';
import { clip } from './clip.ts';
import { duration } from './duration.ts';
import { moment } from './moment.ts';

test.each([
  [0, 'no cases'],
  [1, '1 case'],
  [2, '2 cases'],
])('amount of %i', (count, words) => {
  expect(amount(count, 'case')).toBe(words);
});

test.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1000, '1.0 s'],
  [59_400, '59.4 s'],
  [59_990, '1 min 0 s'],
  [200_000, '3 min 20 s'],
])('duration of %i ms', (milliseconds, words) => {
  expect(duration(milliseconds)).toBe(words);
});

test('a moment in UTC is readable and any other text stays', () => {
  expect(moment('2026-11-23T02:00:00.123Z')).toBe('2026-11-23 02:00:00 UTC');
  expect(moment('yesterday')).toBe('yesterday');
});

describe('clip', () => {
  test('leaves a text of just the length', () => {
    expect(clip('abcd', 4)).toBe('abcd');
  });

  test('says that it cut', () => {
    expect(clip('abcde', 4)).toBe('abcd…');
  });

  test('does not cut a character in half', () => {
    expect(clip('abc😀def', 4)).toBe('abc…');
  });
});

test('backticks make code, and an odd one stays prose', () => {
  expect(pieces('a `b` c` d')).toEqual([
    { code: false, text: 'a ' },
    { code: true, text: 'b' },
    { code: false, text: ' c` d' },
  ]);
});
