import { areaOf, SOURCES_READ, type Level } from '../contracts/requirement.ts';
import type { RequirementResult } from './report.ts';
import type { Account, Tally } from './tally.ts';
import { raise, type Verdict } from './verdict.ts';

/** Distinct findings that a report shows of one requirement. */
const SHOWN_FINDINGS = 5;

/** Reasons that nothing could show it which a report names. */
const SHOWN_REASONS = 3;

/** What a finding that nobody waived does to a requirement. A MAY demands nothing, so nothing can break it. */
const BROKEN: Readonly<Record<Level, Verdict>> = { MUST: 'failed', SHOULD: 'warned', MAY: 'passed' };

/** Settles what a whole run says of one requirement. */
export function settle(account: Account, tally: Tally): RequirementResult {
  const { requirement, findings, notes } = account;
  const { id, level, title, source } = requirement;
  const counted = account.kept.filter(({ twin }) => twin === undefined || tally.wasAccepted(twin) === true);
  const breaking = new Set(findings.map(({ finding }) => finding.exchange));
  const observations = counted.filter(({ observed }) => observed).length + breaking.size + notes.size;
  const verdict = verdictOf(account, counted.length);
  return {
    id,
    area: areaOf(id),
    level,
    title,
    source: { ...source, read: SOURCES_READ },
    verdict,
    reason: reasonFor(account, verdict, { kept: counted.length, observations }),
    cases: [...account.cases],
    observations,
    notes: [...notes],
    findings: smallestOfEachKind(findings),
    findingsTotal: findings.length,
  };
}

function verdictOf({ requirement, findings, notes, error }: Account, kept: number): Verdict {
  let verdict: Verdict = kept > 0 || notes.size > 0 ? 'passed' : 'not-exercised';
  for (const { finding } of findings) {
    verdict = raise(verdict, finding.waiver === undefined ? BROKEN[requirement.level] : 'waived');
  }
  return error === undefined ? verdict : 'errored';
}

function reasonFor(
  { kept, reasons, findings, notes, error }: Account,
  verdict: Verdict,
  counted: { readonly kept: number; readonly observations: number },
): string {
  switch (verdict) {
    case 'errored':
      return `the suite failed while judging it: ${error ?? 'no reason known'}`;
    case 'not-exercised':
      if (kept.length > counted.kept)
        return 'its refusals prove nothing: the valid body beside them was not accepted';
      return [...reasons].slice(0, SHOWN_REASONS).join('; ') || 'no answer of this run bears on it';
    case 'passed':
      if (findings.length > 0) return 'broken, which a MAY allows';
      if (notes.size > 0) return 'told as information';
      return counted.observations > 0
        ? `kept by ${counted.observations} exchange${counted.observations === 1 ? '' : 's'}`
        : `nothing contradicted it: none of ${counted.kept} answers showed it`;
    case 'waived':
      return 'broken only in ways that are known and named';
    case 'warned':
    case 'failed':
      return `broken ${findings.length === 1 ? 'once' : `${findings.length} times`}`;
  }
}

/** Orders what nobody waived before what is known. */
const waived = ({ finding }: Account['findings'][number]): number => (finding.waiver === undefined ? 0 : 1);

/** One finding of each kind, the one with the smallest request, unwaived ones first, and no more than a person reads. */
function smallestOfEachKind(findings: Account['findings']): RequirementResult['findings'] {
  const kinds = new Map<string, Account['findings'][number]>();
  for (const each of findings.toSorted((a, b) => waived(a) - waived(b) || a.size - b.size)) {
    const { path, message, waiver } = each.finding;
    const kind = JSON.stringify([path, message, waiver, each.fault]);
    if (!kinds.has(kind)) kinds.set(kind, each);
  }
  return [...kinds.values()].slice(0, SHOWN_FINDINGS).map(({ finding }) => finding);
}
