import type { Report, RequirementResult } from '../verdicts/report.ts';

/** The MUSTs that nothing in the run could show, under the reason for it. */
export function unexercisedMusts(report: Report): ReadonlyMap<string, readonly RequirementResult[]> {
  return Map.groupBy(
    report.requirements.filter(({ level, verdict }) => level === 'MUST' && verdict === 'not-exercised'),
    ({ reason }) => reason,
  );
}
