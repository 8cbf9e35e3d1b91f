import { expect, it } from 'vitest';

import { withoutLongRuns } from './long-runs.ts';

it.each([
  ['abc', 'abc'],
  [`a${'x'.repeat(99)}b`, `a${'x'.repeat(99)}b`],
  [`a${'x'.repeat(100)}b`, 'a[x 100 times]b'],
  [`${'😀'.repeat(150)}${'\n'.repeat(100)}`, '[😀 150 times][\n 100 times]'],
  ['\ud800'.repeat(100), '[\ud800 100 times]'],
])('a run that nobody counts is told in words', (text, told) => {
  expect(withoutLongRuns(text)).toBe(told);
});

it('four megabytes of one character are no more than that', () => {
  expect(withoutLongRuns('x'.repeat(4 * 1024 * 1024))).toBe('[x 4194304 times]');
});
