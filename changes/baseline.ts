import type { AcceptedDeviation, Acceptance, Change, ChangedDeviation } from './change.ts';
import type { Verdict } from '../verdicts/verdict.ts';
import type { Tonight } from './tonight.ts';

/** The deviations of a target that somebody accepted, each for a time. */
export interface Baseline {
  readonly schemaVersion: '1.0';
  /** The name by which the history knows the target. */
  readonly target: string;
  readonly deviations: readonly AcceptedDeviation[];
}

/** Whether somebody answers for a deviation on a day. */
export function acceptanceOf(
  { cause, waiver }: Pick<ChangedDeviation, 'cause' | 'waiver'>,
  baseline: Baseline | undefined,
  at: string,
): Acceptance {
  if (waiver !== undefined) return 'waived';
  const accepted = baseline?.deviations.find((each) => each.cause === cause);
  if (accepted === undefined) return 'not-accepted';
  return isExpired(accepted, at) ? 'expired' : 'accepted';
}

/** Whether the time of an accepted deviation is over; its last day counts in UTC. */
export const isExpired = ({ expires }: Pick<AcceptedDeviation, 'expires'>, at: string): boolean =>
  at.slice(0, 10) > expires;

/** The cause under which a baseline accepts that a requirement cannot be judged. */
export const unjudgedCause = (requirement: string): string => `${requirement}:verdict:not-judged`;

/** Whether an accepted deviation is one that says that a requirement cannot be judged. */
const isOfUnjudged = ({ requirement, cause }: Pick<AcceptedDeviation, 'requirement' | 'cause'>): boolean =>
  cause === unjudgedCause(requirement);

/** What a night shows that a baseline should be changed for. */
export function baselineNews(
  baseline: Baseline | undefined,
  deviations: readonly Pick<ChangedDeviation, 'cause' | 'waiver' | 'state' | 'acceptance'>[],
  { verdicts, catalogue }: Pick<Tonight, 'verdicts' | 'catalogue'>,
): Change['baseline'] {
  const unwaived = deviations.filter(({ waiver }) => waiver === undefined);
  const stateOf = new Map(unwaived.map(({ cause, state }) => [cause, state]));
  const stale = (baseline?.deviations ?? []).filter(({ cause, requirement }) => {
    const state = stateOf.get(cause);
    if (state !== undefined) return state === 'fixed' || state === 'gone';
    // No night of the history knows it: then the requirement tells whether tonight would have shown it.
    const verdict = verdicts.get(requirement)?.verdict;
    if (!catalogue.has(requirement)) return true;
    if (verdict === undefined || (isOfUnjudged({ cause, requirement }) && verdict === 'unobserved'))
      return verdict !== undefined;
    return !SHOWS_NOTHING.has(verdict);
  });
  const happened = new Set(
    unwaived
      .filter(({ acceptance, state }) => acceptance === 'expired' && isThere(state))
      .map(({ cause }) => cause),
  );
  return { stale, expired: (baseline?.deviations ?? []).filter(({ cause }) => happened.has(cause)) };
}

/** Verdicts on what no answer of a night would have shown broken. */
const SHOWS_NOTHING: ReadonlySet<Verdict> = new Set(['not-exercised', 'unobserved', 'errored']);

/** Whether a state says that the deviation was shown tonight. */
export const isThere = (state: ChangedDeviation['state']): boolean =>
  state === 'new' || state === 'flaky' || state === 'still-failing';
