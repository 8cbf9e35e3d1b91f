import { expect, test } from 'vitest';

import { raise, VERDICTS, type Verdict } from './verdict.ts';

const pairs = VERDICTS.flatMap((current) => VERDICTS.map((next): [Verdict, Verdict] => [current, next]));

test.each(pairs)('%s raised by %s is the stronger of the two', (current, next) => {
  const rank = (verdict: Verdict): number => VERDICTS.indexOf(verdict);
  const raised = raise(current, next);
  expect([current, next]).toContain(raised);
  expect(rank(raised)).toBe(Math.max(rank(current), rank(next)));
});

test('verdicts stand from the weakest to the strongest', () => {
  expect(VERDICTS).toEqual([
    'not-exercised',
    'unobserved',
    'passed',
    'waived',
    'warned',
    'failed',
    'errored',
  ]);
});
