import type { Level } from '../contracts/requirement.ts';
import type { Report, ReportedInteraction, RequirementResult } from './report.ts';
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

const count = (musts: number): string => `${musts} MUST${musts === 1 ? '' : 's'}`;

/**
 * What the run says of the target, and why, in one sentence.
 *
 * @param relied interactions of pacts of which each must hold: where consumers are what the run is about.
 */
export function conclude(
  counts: Report['counts'],
  relied: readonly ReportedInteraction[] = [],
): {
  readonly verdict: OverallVerdict;
  readonly summary: string;
} {
  const { MUST, all } = counts;
  const musts = VERDICTS.reduce((sum, verdict) => sum + MUST[verdict], 0);
  const asides = [
    ...(all.warned > 0 ? [`${all.warned} warned`] : []),
    ...(all.waived > 0 ? [`${all.waived} waived`] : []),
  ];
  const aside = asides.length > 0 ? `; ${asides.join(', ')}` : '';
  if (MUST.failed > 0) {
    return { verdict: 'not-conformant', summary: `${MUST.failed} of ${count(musts)} failed${aside}.` };
  }
  const failed = relied.filter(({ outcome }) => outcome === 'failed').length;
  if (failed > 0) {
    return {
      verdict: 'not-conformant',
      summary: `${failed} of ${relied.length} interactions of pacts failed${aside}.`,
    };
  }
  if (all.errored > 0) {
    return {
      verdict: 'partial',
      summary: `The suite failed while judging ${all.errored} requirement${all.errored === 1 ? '' : 's'}${aside}.`,
    };
  }
  if (VERDICTS.every((verdict) => verdict === 'not-exercised' || all[verdict] === 0)) {
    return { verdict: 'partial', summary: 'Nothing was exercised.' };
  }
  if (MUST['not-exercised'] > 0) {
    return {
      verdict: 'partial',
      summary: `${MUST['not-exercised']} of ${count(musts)} could not be judged; the others hold${aside}.`,
    };
  }
  // A scope may hold no MUST at all; what is in it was judged, and nothing failed.
  if (musts === 0)
    return { verdict: 'conformant', summary: `No MUST is in scope, and nothing failed${aside}.` };
  return {
    verdict: 'conformant',
    summary: `${musts === 1 ? 'The one MUST holds' : `All ${musts} MUSTs hold`}${aside}.`,
  };
}

/** Exit code of a run: 0 conformant, 1 not conformant, 3 could not be judged. (2 is wrong usage.) */
export const EXIT_CODES: Readonly<Record<OverallVerdict, number>> = {
  conformant: 0,
  'not-conformant': 1,
  partial: 3,
};
