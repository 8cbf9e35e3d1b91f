import type { Report, ReportedFinding, ReportedInteraction } from '../../verdicts/report.ts';
import { causesById, type NumberedCause } from '../diagnosis-words.ts';
import { evidence, type Evidence } from '../evidence.ts';

/** What findings point to, and under which finding each exchange is shown. */
export interface PageEvidence extends Evidence {
  readonly shownUnder: ReadonlyMap<string, ReportedFinding>;
  /** Interactions of pacts, by the requirements that they are evidence for. */
  readonly relying: ReadonlyMap<string, readonly ReportedInteraction[]>;
  /** The cause that explains each requirement, where one does. */
  readonly causes: ReadonlyMap<string, NumberedCause>;
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
  const relying = new Map<string, ReportedInteraction[]>();
  for (const interaction of report.interactions) {
    for (const id of interaction.requirements) relying.set(id, [...(relying.get(id) ?? []), interaction]);
  }
  return { ...evidence(report), shownUnder, relying, causes: causesById(report) };
}
