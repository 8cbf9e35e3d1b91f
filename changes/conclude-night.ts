import type { Change, ChangedDeviation, NightVerdict, State } from './change.ts';
import type { Tonight } from './tonight.ts';
import type { Unjudged } from './unjudged.ts';

/** What a night comes to, and why, in one sentence. */
export function concludeNight(
  deviations: readonly ChangedDeviation[],
  counts: Readonly<Record<State, number>>,
  { verdicts }: Pick<Tonight, 'verdicts'>,
  { open, accepted }: Pick<Unjudged, 'open' | 'accepted'>,
): Pick<Change, 'verdict' | 'summary'> {
  const told = [
    [counts.new, 'new'],
    [counts.flaky, 'flaky'],
    [counts['still-failing'], 'still there'],
    [counts.fixed, 'fixed'],
    [counts.gone, 'gone'],
    [counts['not-judged'], 'not judged tonight'],
  ] as const;
  const parts = told.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  const changes = parts.length === 0 ? 'no deviation' : parts.join(', ');
  const regressions = deviations.filter(({ regression }) => regression).length;
  if (regressions > 0) {
    const words = `${regressions} deviation${regressions === 1 ? '' : 's'} that nobody accepted`;
    return { verdict: 'regression', summary: `${words}; ${changes}.` };
  }
  const asAccepted =
    accepted > 0 ? `; ${accepted} MUST${accepted === 1 ? '' : 's'} not judged, as accepted` : '';
  const musts = [...verdicts.values()].filter(({ level }) => level === 'MUST');
  const broken = [...verdicts.values()].some(({ verdict }) => verdict === 'errored');
  if (
    open.length > 0 ||
    broken ||
    [...verdicts.values()].every(({ verdict }) => verdict === 'not-exercised')
  ) {
    return {
      verdict: 'not-judged',
      summary: `${open.length} of ${musts.length} MUSTs could not be judged${named(open)}; ${changes}${asAccepted}.`,
    };
  }
  return {
    verdict: 'no-regression',
    summary: `${parts.length === 0 ? 'No deviation' : `Deviations: ${changes}`}${asAccepted}.`,
  };
}

/** More would not be read; the rest is in the report. */
const MOST_NAMED = 3;

/** Those of which more is known than that they could not be judged. */
function named(open: readonly string[]): string {
  const told = open.filter((each) => each.includes(' '));
  const more = told.length > MOST_NAMED ? `, and ${told.length - MOST_NAMED} more` : '';
  return told.length === 0 ? '' : `: ${told.slice(0, MOST_NAMED).join(', ')}${more}`;
}

/** Exit code of a night: 0 no regression, 1 regression, 3 could not be judged. (2 is wrong usage.) */
export const NIGHT_EXIT_CODES: Readonly<Record<NightVerdict, number>> = {
  'no-regression': 0,
  regression: 1,
  'not-judged': 3,
};
