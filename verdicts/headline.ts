import type { Level } from '../contracts/requirement.ts';
import { VERDICTS, type Verdict } from './verdict.ts';

/** A longer reason is for the list of what could not be judged. */
const LONGEST_REASON = 160;

/** How many requirements there are, and how many of them were judged. */
interface Judged {
  readonly all: number;
  readonly judged: number;
  readonly unjudged: number;
}

function judgedOf(counts: Readonly<Record<Verdict, number>>): Judged {
  const all = VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0);
  const unjudged = counts['not-exercised'] + counts.errored;
  return { all, judged: all - unjudged, unjudged };
}

/**
 * What is known of the MUSTs, as one sentence without its full stop, such as `4 of 126 judged MUSTs failed, 30 held
 * unobserved; 84 could not be judged: DELETE answers 500`. Every headline says it.
 *
 * @param reason why those that could not be judged were not, where there is room for it.
 */
export function judgedOfAll(counts: Readonly<Record<Verdict, number>>, reason = ''): string {
  const { all, judged, unjudged } = judgedOf(counts);
  const why = reason === '' ? '' : `: ${reason}`;
  if (all === 0) return 'No MUST is in scope';
  if (judged === 0) {
    return `${all === 1 ? 'The one MUST could not' : `None of ${all} MUSTs could`} be judged${why}`;
  }
  const left = unjudged === 0 ? '' : `; ${unjudged} could not be judged${why}`;
  return `${judgedWords(counts, judged, unjudged === 0 ? '' : 'judged ')}${left}`;
}

function judgedWords(
  { failed, unobserved }: Readonly<Record<Verdict, number>>,
  judged: number,
  such: string,
): string {
  if (failed > 0) {
    const held = unobserved === 0 ? '' : `, ${unobserved} held unobserved`;
    return `${failed} of ${judged} ${such}MUST${judged === 1 ? '' : 's'} failed${held}`;
  }
  if (judged === 1) return `The one ${such}MUST holds${unobserved === 0 ? '' : ' unobserved'}`;
  return `All ${judged} ${such}MUSTs hold${unobserved === 0 ? '' : `, ${unobserved} of them unobserved`}`;
}

/** The reason that most MUSTs could not be judged for, with their number where others have other reasons. */
export function mainReason(
  results: readonly { readonly level: Level; readonly verdict: Verdict; readonly reason: string }[],
): string {
  const unjudged = results.filter(
    ({ level, verdict }) => level === 'MUST' && (verdict === 'not-exercised' || verdict === 'errored'),
  );
  const [most] = [...Map.groupBy(unjudged, ({ reason }) => reason)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  if (most === undefined) return '';
  const [reason, alike] = most;
  const short =
    reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON).toWellFormed()} …` : reason;
  return alike.length === unjudged.length ? short : `${short} (${alike.length} of them)`;
}
