import type { Level } from '../contracts/requirement.ts';
import type { Report, ReportedInteraction, RequirementResult } from './report.ts';
import { judgedOfAll, mainReason } from './headline.ts';
import { VERDICTS, type OverallVerdict, type Verdict } from './verdict.ts';

/** How many requirements came to each verdict, of each level and of all: the one place that counts. */
export function countVerdicts(results: readonly RequirementResult[]): Report['counts'] {
  const countOf = (level?: Level): Record<Verdict, number> => {
    const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
    for (const result of results)
      if (level === undefined || result.level === level) counts[result.verdict] += 1;
    return counts;
  };
  return { MUST: countOf('MUST'), SHOULD: countOf('SHOULD'), MAY: countOf('MAY'), all: countOf() };
}

/**
 * What the run says of the target, and why: in one sentence that tells of how many of the MUSTs, after one on what
 * consumers rely on.
 *
 * @param relied interactions of pacts of which each must hold: where consumers are what the run is about.
 */
export function conclude(
  results: readonly RequirementResult[],
  relied: readonly ReportedInteraction[] = [],
): {
  readonly verdict: OverallVerdict;
  readonly summary: string;
} {
  const { MUST, all } = countVerdicts(results);
  const nothing = results.every(({ verdict }) => verdict === 'not-exercised');
  const failed = relied.filter(({ outcome }) => outcome === 'failed').length;
  const parts = [
    nothing && !results.some(({ level }) => level === 'MUST')
      ? 'Nothing was exercised'
      : judgedOfAll(MUST, mainReason(results)),
    ...(all.errored > 0
      ? [`the suite failed while judging ${all.errored} requirement${all.errored === 1 ? '' : 's'}`]
      : []),
    ...(all.warned > 0 ? [`${all.warned} warned`] : []),
    ...(all.waived > 0 ? [`${all.waived} waived`] : []),
  ];
  const consumers = failed > 0 ? `${failed} of ${relied.length} interactions of pacts failed. ` : '';
  const summary = `${consumers}${parts.join('; ')}.`;
  if (MUST.failed > 0 || failed > 0) return { verdict: 'not-conformant', summary };
  const isPartial = nothing || all.errored > 0 || MUST['not-exercised'] > 0;
  return { verdict: isPartial ? 'partial' : 'conformant', summary };
}

/** Exit code of a run: 0 conformant, 1 not conformant, 3 could not be judged. (2 is wrong usage.) */
export const EXIT_CODES: Readonly<Record<OverallVerdict, number>> = {
  conformant: 0,
  'not-conformant': 1,
  partial: 3,
};
