import { describe, expect, test } from 'vitest';

import type { Level } from '../contracts/requirement.ts';
import { resultOf } from './example-account.ts';
import { conclude, countVerdicts, EXIT_CODES } from './overall.ts';
import { VERDICTS, type Verdict } from './verdict.ts';

type Tuple = readonly [Level, Verdict];

const count = (...results: readonly Tuple[]) =>
  countVerdicts(results.map(([level, verdict]) => resultOf(level, verdict)));
const concluded = (...results: readonly Tuple[]) =>
  conclude(
    results.map(([level, verdict]) => ({ ...resultOf(level, verdict), reason: 'DELETE answers 500' })),
  );

describe('counts', () => {
  test('say how many requirements of each level came to each verdict', () => {
    const counts = count(
      ['MUST', 'passed'],
      ['MUST', 'passed'],
      ['MUST', 'failed'],
      ['SHOULD', 'warned'],
      ['MAY', 'passed'],
    );
    const none = {
      'not-exercised': 0,
      unobserved: 0,
      passed: 0,
      waived: 0,
      warned: 0,
      failed: 0,
      errored: 0,
    };
    expect(counts).toEqual({
      MUST: { ...none, passed: 2, failed: 1 },
      SHOULD: { ...none, warned: 1 },
      MAY: { ...none, passed: 1 },
      all: { ...none, passed: 3, failed: 1, warned: 1 },
    });
  });

  test('of the levels add up to those of all', () => {
    const counts = count(
      ...VERDICTS.flatMap((verdict): Tuple[] => [
        ['MUST', verdict],
        ['SHOULD', verdict],
        ['SHOULD', verdict],
        ['MAY', verdict],
      ]),
    );
    for (const verdict of VERDICTS) {
      expect(counts.all[verdict]).toBe(4);
      expect(counts.MUST[verdict] + counts.SHOULD[verdict] + counts.MAY[verdict]).toBe(4);
    }
  });
});

describe('a target', () => {
  test.each<[string, readonly Tuple[], string]>([
    [
      'all hold',
      [
        ['MUST', 'passed'],
        ['MUST', 'passed'],
      ],
      'All 2 MUSTs hold.',
    ],
    [
      'some hold only by a waiver',
      [
        ['MUST', 'passed'],
        ['MUST', 'waived'],
      ],
      'All 2 MUSTs hold; 1 waived.',
    ],
    [
      'a SHOULD is broken',
      [
        ['MUST', 'passed'],
        ['SHOULD', 'warned'],
        ['SHOULD', 'waived'],
      ],
      'The one MUST holds; 1 warned; 1 waived.',
    ],
    [
      'a SHOULD was not exercised',
      [
        ['MUST', 'passed'],
        ['SHOULD', 'not-exercised'],
      ],
      'The one MUST holds.',
    ],
  ])('is conformant where %s', (_, results, summary) => {
    expect(concluded(...results)).toEqual({ verdict: 'conformant', summary });
  });

  test.each<[string, readonly Tuple[], string]>([
    [
      'a MUST failed',
      [
        ['MUST', 'failed'],
        ['MUST', 'passed'],
      ],
      '1 of 2 MUSTs failed.',
    ],
    [
      'a MUST failed, whatever else could not be judged',
      [
        ['MUST', 'failed'],
        ['MUST', 'not-exercised'],
        ['SHOULD', 'errored'],
        ['SHOULD', 'warned'],
      ],
      '1 of 1 judged MUST failed; 1 could not be judged: DELETE answers 500; the suite failed while judging 1 requirement; 1 warned.',
    ],
  ])('is not conformant where %s', (_, results, summary) => {
    expect(concluded(...results)).toEqual({ verdict: 'not-conformant', summary });
  });

  test.each<[string, readonly Tuple[], string]>([
    [
      'a MUST was not exercised',
      [
        ['MUST', 'not-exercised'],
        ['MUST', 'passed'],
      ],
      'The one judged MUST holds; 1 could not be judged: DELETE answers 500.',
    ],
    [
      'the suite failed, even at a MAY',
      [
        ['MUST', 'passed'],
        ['MAY', 'errored'],
        ['SHOULD', 'errored'],
      ],
      'The one MUST holds; the suite failed while judging 2 requirements.',
    ],
    ['no requirement was chosen', [], 'Nothing was exercised.'],
    [
      'no SHOULD could be exercised and there is no MUST',
      [['SHOULD', 'not-exercised']],
      'Nothing was exercised.',
    ],
    [
      'nothing at all was exercised',
      [
        ['MUST', 'not-exercised'],
        ['MUST', 'not-exercised'],
        ['SHOULD', 'not-exercised'],
      ],
      'None of 2 MUSTs could be judged: DELETE answers 500.',
    ],
  ])('is known in part where %s', (_, results, summary) => {
    expect(concluded(...results)).toEqual({ verdict: 'partial', summary });
  });
});

test('only a conformant target ends in 0, and no verdict in the code of wrong usage', () => {
  expect(EXIT_CODES).toEqual({ conformant: 0, 'not-conformant': 1, partial: 3 });
});
