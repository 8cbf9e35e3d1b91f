import type { RequirementResult } from '../verdicts/report.ts';
import type { Evidence } from './evidence.ts';
import { plainFinding } from './plain-finding.ts';
import { VERDICT_WORDS } from './verdict-words.ts';

/** Why a requirement came to its verdict, with all its findings, for formats that know no markup. */
export function resultDetails(found: Evidence, result: RequirementResult): string {
  const findings = result.findings.map((finding) =>
    plainFinding(finding, found.exchanges.get(finding.exchange)),
  );
  return [`${VERDICT_WORDS[result.verdict].label}: ${result.reason}`, ...findings].join('\n\n');
}
