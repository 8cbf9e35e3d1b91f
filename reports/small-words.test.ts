import { describe, expect, test } from 'vitest';
import { amount } from './amount.ts';
import { pieces } from './backticks.ts';
import { clip } from './clip.ts';
import { duration } from './duration.ts';
import { exampleReport } from './example-report.ts';
import { moment } from './moment.ts';
import { selfValidationWords } from './self-validation-words.ts';

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

test('the proof of the suite is told where there is one', () => {
  const suite = { name: 'x', version: '1', catalogueDigest: 'c0ffee42'.repeat(8) };
  const selfValidation = { mutants: 9, killed: 8, falseAlarms: 1, medianRequestsToFirstKill: 4 };
  expect(selfValidationWords(exampleReport({ suite }))).toBeUndefined();
  expect(selfValidationWords(exampleReport({ suite: { ...suite, selfValidation } }))).toBe(
    'This suite notices 8 of 9 known faulty tenants, with a median of 4 requests until the first finding and 1 false alarm.',
  );
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
