import { expect, it } from 'vitest';

import { exampleReport } from '../reports/example-report.ts';
import { exitCodeOf } from './exit-code.ts';
import type { RequirementResult } from './report.ts';
import { NOTHING_BEARS } from './settle.ts';

const [like] = exampleReport().requirements;

function code(
  shard: boolean,
  verdict: RequirementResult['verdict'],
  reason = '',
  level: 'MUST' | 'SHOULD' = 'MUST',
) {
  if (like === undefined) throw new Error('the example has no requirement');
  const report = exampleReport({ verdict: 'partial', requirements: [{ ...like, level, verdict, reason }] });
  return exitCodeOf(shard ? { ...report, shard: { index: 1, count: 2 } } : report);
}

it('a part of a run is done where all of its own was judged', () => {
  expect(code(true, 'not-exercised', NOTHING_BEARS)).toBe(0);
  expect(code(true, 'not-exercised', 'missing scope read:actions')).toBe(3);
  expect(code(true, 'not-exercised', 'missing scope read:actions', 'SHOULD')).toBe(0);
  expect(code(true, 'errored')).toBe(3);
});

it('a whole run is not, and what failed fails in either', () => {
  expect(code(false, 'not-exercised', NOTHING_BEARS)).toBe(3);
  const failed = exampleReport({ verdict: 'not-conformant' });
  expect([exitCodeOf(failed), exitCodeOf({ ...failed, shard: { index: 1, count: 2 } })]).toEqual([1, 1]);
  expect(exitCodeOf(exampleReport({ verdict: 'conformant' }))).toBe(0);
});
