import type { Report, ReportedFinding } from '../../verdicts/report.ts';
import { evidence, type Evidence } from '../evidence.ts';

/** What findings point to, and under which finding each exchange is shown. */
export interface PageEvidence extends Evidence {
  readonly shownUnder: ReadonlyMap<string, ReportedFinding>;
}

/**
 * Makes the evidence of a page. Findings of many requirements point to the same exchange: the page holds it once, under
 * the first of them, and links to it from the others.
 */
export function pageEvidence(report: Report): PageEvidence {
  const shownUnder = new Map<string, ReportedFinding>();
  for (const finding of report.requirements.flatMap(({ findings }) => findings)) {
    if (!shownUnder.has(finding.exchange)) shownUnder.set(finding.exchange, finding);
  }
  return { ...evidence(report), shownUnder };
}
