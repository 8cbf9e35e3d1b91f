import { describe, expect, test } from 'vitest';

import { judgedOfAll, mainReason } from './headline.ts';
import { VERDICTS, type Verdict } from './verdict.ts';

const countsOf = (some: Partial<Record<Verdict, number>>): Record<Verdict, number> => ({
  ...(Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>),
  ...some,
});

describe('a headline', () => {
  test.each<[string, Partial<Record<Verdict, number>>]>([
    [
      '4 of 126 judged MUSTs failed, 30 held unobserved; 84 could not be judged: DELETE answers 500',
      { failed: 4, passed: 90, unobserved: 30, waived: 2, 'not-exercised': 84 },
    ],
    ['1 of 3 MUSTs failed', { failed: 1, passed: 2 }],
    ['1 of 1 judged MUST failed; 2 could not be judged: DELETE answers 500', { failed: 1, errored: 2 }],
    ['All 3 MUSTs hold', { passed: 2, waived: 1 }],
    ['All 3 MUSTs hold, 2 of them unobserved', { passed: 1, unobserved: 2 }],
    [
      'All 2 judged MUSTs hold, 2 of them unobserved; 1 could not be judged: DELETE answers 500',
      { unobserved: 2, 'not-exercised': 1 },
    ],
    ['The one MUST holds', { passed: 1 }],
    ['The one MUST holds unobserved', { unobserved: 1 }],
    ['None of 3 MUSTs could be judged: DELETE answers 500', { 'not-exercised': 2, errored: 1 }],
    ['The one MUST could not be judged: DELETE answers 500', { 'not-exercised': 1 }],
    ['No MUST is in scope', {}],
  ])('says %s', (sentence, counts) => {
    expect(judgedOfAll(countsOf(counts), 'DELETE answers 500')).toBe(sentence);
  });

  test('says no reason where there is no room for one', () => {
    expect(judgedOfAll(countsOf({ passed: 1, 'not-exercised': 2 }))).toBe(
      'The one judged MUST holds; 2 could not be judged',
    );
  });
});

describe('the main reason', () => {
  const unjudged = (reason: string, level: 'MUST' | 'SHOULD' = 'MUST') =>
    ({ level, verdict: 'not-exercised', reason }) as const;

  test('is that of most MUSTs, with their number where others have others', () => {
    const results = [
      unjudged('a'),
      unjudged('b'),
      unjudged('b'),
      ...Array.from({ length: 5 }, () => unjudged('c', 'SHOULD')),
    ];
    expect(mainReason(results)).toBe('b (2 of them)');
    expect(mainReason([unjudged('a'), unjudged('a')])).toBe('a');
  });

  test('is none where every MUST was judged', () => {
    expect(mainReason([{ level: 'MUST', verdict: 'failed', reason: 'broken once' }])).toBe('');
  });

  test('is cut where it is long, between characters', () => {
    const reason = mainReason([unjudged('😀'.repeat(200))]);
    expect(reason.length).toBeLessThan(200);
    expect(reason).toMatch(/^😀+�? …$/u);
  });
});
