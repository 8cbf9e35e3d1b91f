import type { Report, RequirementResult } from '../verdicts/report.ts';
import { VERDICTS, type Verdict } from '../verdicts/verdict.ts';

const BROKEN: ReadonlySet<Verdict> = new Set(['failed', 'errored', 'warned']);
const WEIGHT = { MUST: 0, SHOULD: 1, MAY: 2 } as const;

/** The requirements that someone must look at, the gravest first. */
export function broken(report: Report): readonly RequirementResult[] {
  return report.requirements
    .filter(({ verdict }) => BROKEN.has(verdict))
    .toSorted(
      (a, b) =>
        VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict) || WEIGHT[a.level] - WEIGHT[b.level],
    );
}
