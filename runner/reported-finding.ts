import type { Redactor } from '../driver/redaction.ts';
import type { ReportedFinding } from '../verdicts/report.ts';

/** A finding as it may be stored and shown. */
export const redactedFinding = (finding: ReportedFinding, redactor: Redactor): ReportedFinding => ({
  ...finding,
  cause: redactor.text(finding.cause),
  message: redactor.text(finding.message),
  path: redactor.text(finding.path),
  actual: redactor.body(finding.actual),
  expected: redactor.body(finding.expected),
});
