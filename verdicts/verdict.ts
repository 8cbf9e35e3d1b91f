/** Every verdict on a requirement, from the weakest to the strongest: a verdict is only ever raised. */
export const VERDICTS = ['not-exercised', 'passed', 'waived', 'warned', 'failed', 'errored'] as const;

/**
 * What a run says of a requirement.
 *
 * - `not-exercised`: nothing in the run could show it, or an answer that should have is missing; with the reason.
 * - `passed`: every exchange that bears on it kept it.
 * - `waived`: it was broken only in ways that are known and named.
 * - `warned`: a SHOULD was broken.
 * - `failed`: a MUST was broken.
 * - `errored`: the suite itself failed while judging it.
 */
export type Verdict = (typeof VERDICTS)[number];

/** The stronger of two verdicts. */
export function raise(current: Verdict, next: Verdict): Verdict {
  return VERDICTS.indexOf(next) > VERDICTS.indexOf(current) ? next : current;
}

/** What a run says of the target as a whole. */
export type OverallVerdict = 'conformant' | 'not-conformant' | 'partial';
