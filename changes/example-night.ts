import type { Verdict } from '../verdicts/verdict.ts';
import type { Level } from '../contracts/requirement.ts';
import type { Deviation } from './deviation.ts';
import type { Known, KnownDeviation } from './known.ts';
import type { Tonight } from './tonight.ts';

/** A requirement that the catalogue holds, and a deviation from it. */
export const REQUIREMENT = 'request.name.type';
export const CAUSE = `${REQUIREMENT}:status:2xx`;

/** Nights, in the order of time. */
export const [FIRST, SECOND, THIRD] = [
  '2026-11-20T02:00:00.000Z',
  '2026-11-21T02:00:00.000Z',
  '2026-11-22T02:00:00.000Z',
] as const;

const DEVIATION = {
  requirement: REQUIREMENT,
  level: 'MUST',
  cause: CAUSE,
  message: 'an invalid request was accepted with 201',
  path: 'status',
  cases: ['c1'],
} as const;

/** A deviation that a night shows. */
export const shownDeviation = (parts: Partial<Deviation> = {}): Deviation => ({
  ...DEVIATION,
  times: 2,
  ...parts,
});

/** A night that sent the cases `c1` and `c2`, and judged one requirement. */
export function nightOf(
  parts: Partial<Omit<Tonight, 'verdicts'>> & { readonly verdict?: Verdict; readonly level?: Level } = {},
): Tonight {
  const { verdict = 'passed', level = 'MUST', ...rest } = parts;
  return {
    target: 'example',
    at: THIRD,
    scope: 'standard',
    deviations: [],
    verdicts: new Map([[REQUIREMENT, { level, verdict, observed: verdict !== 'unobserved' }]]),
    catalogue: new Set([REQUIREMENT]),
    planned: new Set(['c1', 'c2']),
    answered: new Set(['c1', 'c2']),
    doubtful: new Set(),
    resent: new Map(),
    ...rest,
  };
}

/** What the nights before know, when they know of one deviation that is open. */
export const knowing = (parts: Partial<KnownDeviation> = {}): Known => ({
  since: SECOND,
  deviations: [
    {
      ...DEVIATION,
      scope: 'standard',
      firstSeen: FIRST,
      lastSeen: SECOND,
      open: true,
      flaky: false,
      ...parts,
    },
  ],
});

/** What the nights before know, when nothing was ever found. */
export const KNOWING_NOTHING: Known = { since: SECOND, deviations: [] };
