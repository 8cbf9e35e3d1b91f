import { createHash } from 'node:crypto';

import { catalogue } from '../contracts/catalogue.ts';
import { waivers } from '../contracts/waivers.ts';
import type { Redactor } from '../driver/redaction.ts';
import { conclude, countVerdicts } from '../verdicts/overall.ts';
import type { Report, RequirementResult, SelfValidation } from '../verdicts/report.ts';
import { settle } from '../verdicts/settle.ts';
import { redactedFinding } from './reported-finding.ts';
import type { Tally } from '../verdicts/tally.ts';

/** What a report says of the suite that made it. */
export interface SuiteFacts {
  readonly name: string;
  readonly version: string;
  /** What trials on faulty tenants came to, and with which catalogue. */
  readonly selfValidation?: SelfValidation & { readonly catalogueDigest: string };
}

/** The suite with the digest of its catalogue; trials of another catalogue prove nothing about this one. */
export function describeSuite({ name, version, selfValidation }: SuiteFacts): Report['suite'] {
  const catalogueDigest = createHash('sha256').update(JSON.stringify(catalogue)).digest('hex');
  if (selfValidation?.catalogueDigest !== catalogueDigest) return { name, version, catalogueDigest };
  const { mutants, killed, falseAlarms, medianRequestsToFirstKill } = selfValidation;
  return {
    name,
    version,
    catalogueDigest,
    selfValidation: { mutants, killed, falseAlarms, medianRequestsToFirstKill },
  };
}

/** What a report says that follows from the judgements alone, however their exchanges came about. */
export function resultsOf(
  tally: Tally,
  redactor: Redactor,
): Pick<Report, 'verdict' | 'summary' | 'counts' | 'waivers' | 'requirements'> {
  const accounts = [...tally.accounts.values()];
  const requirements = accounts.map((account) => redacted(settle(account, tally), redactor));
  const counts = countVerdicts(requirements);
  const findings = accounts.flatMap((account) => [...account.findings.values()]);
  return {
    ...conclude(requirements),
    counts,
    waivers: waivers.map(({ name, requirement, reason }) => ({
      name,
      requirement,
      reason,
      findings: findings.reduce((sum, { finding, times }) => sum + (finding.waiver === name ? times : 0), 0),
    })),
    requirements,
  };
}

/** Before anything is concluded: the summary quotes reasons. */
const redacted = (result: RequirementResult, redactor: Redactor): RequirementResult => ({
  ...result,
  reason: redactor.text(result.reason),
  notes: result.notes.map((note) => redactor.text(note)),
  causes: result.causes.map((each) => ({
    ...each,
    cause: redactor.text(each.cause),
    message: redactor.text(each.message),
    path: redactor.text(each.path),
  })),
  findings: result.findings.map((finding) => redactedFinding(finding, redactor)),
});
