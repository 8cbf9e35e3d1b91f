import type { Report, RequirementResult } from '../verdicts/report.ts';

/** The requirements under the heading that they belong to, in the order of the catalogue. */
export function byArea(report: Report): ReadonlyMap<string, readonly RequirementResult[]> {
  return Map.groupBy(report.requirements, ({ area }) => area);
}
