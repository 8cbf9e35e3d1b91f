import type { TalliedFinding } from './account.ts';
import type { ReportedCause } from './report.ts';

/** Cases that a deviation is remembered by: whoever looks again needs few, and a fault in every answer has hundreds. */
export const REMEMBERED_CASES = 8;

/** The deviations among the findings of one requirement, each once, in the order in which they were found. */
export function causesIn(findings: readonly TalliedFinding[]): readonly ReportedCause[] {
  const deviations = Map.groupBy(findings, ({ finding: { cause, waiver } }) =>
    JSON.stringify([cause, waiver]),
  );
  return [...deviations.values()].flatMap((alike) => {
    const bySize = alike.toSorted((a, b) => a.size - b.size);
    const [smallest] = bySize;
    if (smallest === undefined) return [];
    const { cause, waiver, message, path } = smallest.finding;
    const cases = new Set(bySize.map(({ finding }) => finding.case));
    return [
      {
        cause,
        ...(waiver === undefined ? {} : { waiver }),
        message,
        path,
        cases: [...cases].slice(0, REMEMBERED_CASES),
        times: alike.reduce((sum, { times }) => sum + times, 0),
      },
    ];
  });
}
