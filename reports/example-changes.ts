import { compare } from '../changes/compare.ts';
import { KNOWING_NOTHING, knowing, nightOf, shownDeviation } from '../changes/example-night.ts';
import type { TrendPoint } from '../changes/trends.ts';
import { HOSTILE } from './hostile-report.ts';

/** A night that shows something new, something flaky and something hostile, and lacks what was there. */
export const eventful = compare(
  nightOf({
    deviations: [
      shownDeviation({ cause: 'request.name.type:/a:type', message: HOSTILE }),
      shownDeviation({ cause: 'request.name.type:/b:type' }),
      shownDeviation({ cause: 'request.name.type:/c:type', waiver: 'known-one' }),
    ],
    resent: new Map([['request.name.type:/b:type', { shown: 1, of: 4 }]]),
    verdict: 'failed',
  }),
  knowing(),
  {
    schemaVersion: '1.0',
    target: 'example',
    deviations: ['request.name.type:status:2xx', 'request.name.type:/b:type'].map((cause) => ({
      requirement: 'request.name.type',
      cause,
      message: 'it was accepted',
      reason: '<case> 7',
      owner: 'platform',
      accepted: '2026-10-01',
      expires: '2026-11-01',
    })),
  },
);

/** A night that shows what the example report found, for the first time. */
export const newlyBroken = compare(
  nightOf({
    deviations: [shownDeviation({ cause: 'request.name.required:status:2xx' })],
    verdict: 'failed',
  }),
  KNOWING_NOTHING,
  undefined,
);

/** A first night, on which nothing was wrong. */
export const quiet = compare(nightOf(), KNOWING_NOTHING, undefined);

/** Nights of which some measured nothing. */
export const trendsOf = (count: number): readonly TrendPoint[] =>
  Array.from({ length: count }, (_, index) => ({
    at: new Date(Date.UTC(2026, 8, 1 + index)).toISOString(),
    outcome: index % 9 === 0 ? 'regression' : 'no-regression',
    verdicts: { passed: 270 - (index % 5), failed: index % 5, warned: 2, 'not-exercised': index % 3 },
    requests: 240 + (index % 7),
    timesToBuilt: index % 4 === 0 ? [] : [800 + index, 1900 + 13 * index],
    ...(index % 6 === 0
      ? {}
      : { creates: { operation: 'create', count: 40, p50: 90 + index / 3, p90: 170, p99: 400 + index } }),
  }));
