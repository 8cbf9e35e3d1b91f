import { expect, test } from 'vitest';

import { resultOf } from './example-account.ts';
import { mergeResults } from './merge-results.ts';

test('shards together say the strongest that any of them says', () => {
  const merged = mergeResults([resultOf('MUST', 'not-exercised'), resultOf('MUST', 'passed')]);
  expect(merged.verdict).toBe('passed');
  expect(mergeResults([resultOf('MUST', 'unobserved'), resultOf('MUST', 'passed')]).verdict).toBe('passed');
  const unseen = { ...resultOf('MUST', 'unobserved'), reason: 'nothing contradicted it' };
  expect(mergeResults([resultOf('MUST', 'not-exercised'), unseen])).toMatchObject({
    verdict: 'unobserved',
    reason: 'nothing contradicted it',
  });
});

test('that something is not offered is known to the shard that asked for it', () => {
  const asked = { ...resultOf('MUST', 'not-exercised'), reason: 'not offered: PATCH answers 404' };
  const others = { ...resultOf('MUST', 'not-exercised'), reason: 'no answer of this run bears on it, or so' };
  expect(mergeResults([others, asked])).toMatchObject({ verdict: 'not-exercised', reason: asked.reason });
});

test('a shard that misses an answer is not spoken for by the others', () => {
  const silent = {
    ...resultOf('MUST', 'not-exercised'),
    unanswered: 2,
    reason: '2 exchanges that should have shown it got no answer: silence',
  };
  const merged = mergeResults([resultOf('MUST', 'passed'), silent]);
  expect(merged).toMatchObject({ verdict: 'not-exercised', unanswered: 2, reason: silent.reason });
  expect(mergeResults([resultOf('MUST', 'unobserved'), silent]).verdict).toBe('not-exercised');
  expect(mergeResults([silent, resultOf('MUST', 'failed')]).verdict).toBe('failed');
});
