import type { ReportedFinding } from '../verdicts/report.ts';
import type { Evidence } from './evidence.ts';

/**
 * The requests of a case before the one that shows a finding, each with the status of its answer: a list or a read means
 * nothing without them. Empty where there are none.
 */
export function ledHere({ exchange: id, case: of }: ReportedFinding, found: Evidence): string {
  const ids = found.cases.get(of)?.exchanges ?? [];
  const before = ids.slice(0, Math.max(0, ids.indexOf(id)));
  return before
    .flatMap((each) => found.exchanges.get(each) ?? [])
    .map(
      ({ request: { method, url }, answer }) => `${method} ${pathOf(url)} (${answer?.status ?? 'no answer'})`,
    )
    .join(', ');
}

/** A recording may hold what no URL is. */
const pathOf = (url: string): string => url.replace(/^https?:\/\/[^/]+/, '');
