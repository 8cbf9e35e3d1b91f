import { isExpired, unjudgedCause, type Baseline } from './baseline.ts';
import type { AcceptedDeviation } from './change.ts';
import type { Tonight } from './tonight.ts';

/** What a night says of the MUSTs that it could not judge. */
export interface Unjudged {
  /** Those that nobody answers for, in words where it is known why. */
  readonly open: readonly string[];
  /** How many somebody answers for, for the reason for which they were accepted. */
  readonly accepted: number;
  /** Those whose acceptance is over. */
  readonly expired: readonly AcceptedDeviation[];
}

/**
 * Sorts the MUSTs that could not be judged by what was accepted. One that cannot be judged for another reason than the
 * one that was accepted is news, and nobody answers for it; what the suite itself failed at is never accepted.
 */
export function unjudgedTonight({ verdicts, at }: Tonight, baseline: Baseline | undefined): Unjudged {
  const open: string[] = [];
  const expired: AcceptedDeviation[] = [];
  let accepted = 0;
  for (const [id, { level, verdict, reason = '' }] of verdicts) {
    if (level !== 'MUST' || (verdict !== 'not-exercised' && verdict !== 'errored')) continue;
    const entry = baseline?.deviations.find(({ cause }) => cause === unjudgedCause(id));
    if (entry === undefined || verdict === 'errored') open.push(id);
    else if (isExpired(entry, at)) {
      expired.push(entry);
      open.push(`${id} (accepted by ${entry.owner} until ${entry.expires})`);
    } else if (entry.message === reason) accepted += 1;
    else open.push(`${id} (accepted for “${entry.message}”, and now: ${reason})`);
  }
  return { open, accepted, expired };
}
