import { isDeterministic } from '../contracts/phase.ts';
import { areaOf, SOURCES_READ, type Level } from '../contracts/requirement.ts';
import type { Account, TalliedFinding } from './account.ts';
import { causesIn } from './causes.ts';
import type { RequirementResult } from './report.ts';
import type { Tally } from './tally.ts';
import { raise, type Verdict } from './verdict.ts';

/** Distinct findings that a report shows of one requirement. */
export const SHOWN_FINDINGS = 5;

/** Reasons that nothing could show it which a report names. */
const SHOWN_REASONS = 3;

/** What a finding that nobody waived does to a requirement. A MAY demands nothing, so nothing can break it. */
const BROKEN: Readonly<Record<Level, Verdict>> = { MUST: 'failed', SHOULD: 'warned', MAY: 'passed' };

/** Settles what a whole run says of one requirement. */
export function settle(account: Account, tally: Tally): RequirementResult {
  const { requirement, notes, keptAtRandom } = account;
  const { id, level, title, source } = requirement;
  const findings = [...account.findings.values()];
  const counted = [...account.kept].flatMap(([twin, kept]) =>
    twin === '' || tally.wasAccepted(twin) === true ? [kept] : [],
  );
  const keptByPlan = sum(counted, 'times');
  const kept = keptByPlan + keptAtRandom.times;
  const observations = sum(counted, 'observed') + keptAtRandom.observed + account.broken + notes.size;
  const verdict = verdictOf(account, findings, kept);
  const planned = findings.filter(({ finding }) => isDeterministic(finding.phase));
  return {
    id,
    area: areaOf(id),
    level,
    title,
    source: { ...source, read: SOURCES_READ },
    verdict,
    baseline: verdictOf(account, planned, keptByPlan),
    reason: reasonFor(account, verdict, { kept, observations }),
    cases: [...account.cases],
    observations,
    notes: [...notes],
    causes: causesIn(planned),
    findings: mostTelling(findings),
    findingsTotal: account.found,
  };
}

const sum = <Key extends string>(of: readonly Readonly<Record<Key, number>>[], key: Key): number =>
  of.reduce((total, each) => total + each[key], 0);

function verdictOf(
  { requirement, notes, error }: Account,
  findings: readonly TalliedFinding[],
  kept: number,
): Verdict {
  let verdict: Verdict = kept > 0 || notes.size > 0 ? 'passed' : 'not-exercised';
  for (const { finding } of findings) {
    verdict = raise(verdict, finding.waiver === undefined ? BROKEN[requirement.level] : 'waived');
  }
  return error === undefined ? verdict : 'errored';
}

function reasonFor(
  { kept, reasons, found, notes, error }: Account,
  verdict: Verdict,
  counted: { readonly kept: number; readonly observations: number },
): string {
  switch (verdict) {
    case 'errored':
      return `the suite failed while judging it: ${error ?? 'no reason known'}`;
    case 'not-exercised':
      if (kept.size > 0) return 'its refusals prove nothing: the valid body beside them was not accepted';
      return [...reasons].slice(0, SHOWN_REASONS).join('; ') || 'no answer of this run bears on it';
    case 'passed':
      if (found > 0) return 'broken, which a MAY allows';
      if (notes.size > 0) return 'told as information';
      return counted.observations > 0
        ? keptBy(counted.observations)
        : `nothing contradicted it: none of ${counted.kept} answers showed it`;
    case 'waived':
      return 'broken only in ways that are known and named';
    case 'warned':
    case 'failed':
      return brokenTimes(found);
  }
}

/** Why a requirement passed. */
export const keptBy = (observations: number): string =>
  `kept by ${observations} exchange${observations === 1 ? '' : 's'}`;

/** Why a requirement did not. */
export const brokenTimes = (found: number): string => `broken ${found === 1 ? 'once' : `${found} times`}`;

/** Orders what nobody waived before what is known. */
const waived = ({ finding }: TalliedFinding): number => (finding.waiver === undefined ? 0 : 1);

/** One finding of each kind, unwaived ones first, the smallest request first, and no more than a person reads. */
function mostTelling(findings: readonly TalliedFinding[]): RequirementResult['findings'] {
  return findings
    .toSorted((a, b) => waived(a) - waived(b) || a.size - b.size)
    .slice(0, SHOWN_FINDINGS)
    .map(({ finding }) => finding);
}
