import type { Change, ChangedDeviation, NightVerdict, State } from './change.ts';
import type { Tonight } from './tonight.ts';

/** What a night comes to, and why, in one sentence. */
export function concludeNight(
  deviations: readonly ChangedDeviation[],
  counts: Readonly<Record<State, number>>,
  { verdicts }: Pick<Tonight, 'verdicts'>,
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
  const musts = [...verdicts.values()].filter(({ level }) => level === 'MUST');
  const unjudged = musts.filter(({ verdict }) => verdict === 'not-exercised' || verdict === 'errored').length;
  const broken = [...verdicts.values()].some(({ verdict }) => verdict === 'errored');
  if (unjudged > 0 || broken || [...verdicts.values()].every(({ verdict }) => verdict === 'not-exercised')) {
    return {
      verdict: 'not-judged',
      summary: `${unjudged} of ${musts.length} MUSTs could not be judged; ${changes}.`,
    };
  }
  return {
    verdict: 'no-regression',
    summary: parts.length === 0 ? 'No deviation.' : `Deviations: ${changes}.`,
  };
}

/** Exit code of a night: 0 no regression, 1 regression, 3 could not be judged. (2 is wrong usage.) */
export const NIGHT_EXIT_CODES: Readonly<Record<NightVerdict, number>> = {
  'no-regression': 0,
  regression: 1,
  'not-judged': 3,
};
