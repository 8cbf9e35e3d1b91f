/** Every verdict on a requirement, from the weakest to the strongest: a verdict is only ever raised. */
export const VERDICTS = [
  'not-exercised',
  'unobserved',
  'passed',
  'waived',
  'warned',
  'failed',
  'errored',
] as const;

/**
 * What a run says of a requirement.
 *
 * - `not-exercised`: nothing in the run could show it, or an answer that should have is missing; with the reason.
 * - `unobserved`: held, unobserved: every answer that bears on it kept it, and none of them could have shown it broken.
 * - `passed`: held, observed: every exchange that bears on it kept it, and at the least one could have broken it.
 * - `waived`: it was broken only in ways that are known and named.
 * - `warned`: a SHOULD was broken.
 * - `failed`: a MUST was broken.
 * - `errored`: the suite itself failed while judging it.
 */
export type Verdict = (typeof VERDICTS)[number];

/** Verdicts on what was kept, whether something could have broken it or not. */
export const isHeld = (verdict: Verdict): boolean => verdict === 'passed' || verdict === 'unobserved';

/** The stronger of two verdicts. */
export function raise(current: Verdict, next: Verdict): Verdict {
  return VERDICTS.indexOf(next) > VERDICTS.indexOf(current) ? next : current;
}

/** What a run says of the target as a whole. */
export type OverallVerdict = 'conformant' | 'not-conformant' | 'partial';
