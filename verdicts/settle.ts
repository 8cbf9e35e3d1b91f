import { isDeterministic } from '../contracts/phase.ts';
import { areaOf, SOURCES_READ, type Level } from '../contracts/requirement.ts';
import type { Account, Kept, TalliedFinding } from './account.ts';
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
  const { requirement, notes, keptAtRandom, unanswered } = account;
  const { id, level, title, source } = requirement;
  const findings = [...account.findings.values()];
  const counted = [...account.kept].flatMap(([twin, kept]) =>
    twin === '' || tally.wasAccepted(twin) === true ? [kept] : [],
  );
  const keptByPlan: Kept = { times: sum(counted, 'times'), observed: sum(counted, 'observed') };
  const kept: Kept = {
    times: keptByPlan.times + keptAtRandom.times,
    observed: keptByPlan.observed + keptAtRandom.observed,
  };
  const observations = kept.observed + account.broken + notes.size;
  const missing = unanswered.planned + unanswered.drawn;
  const verdict = verdictOf(account, findings, { kept, missing });
  const planned = findings.filter(({ finding }) => isDeterministic(finding.phase));
  return {
    id,
    area: areaOf(id),
    level,
    title,
    source: { ...source, read: SOURCES_READ },
    verdict,
    baseline: verdictOf(account, planned, { kept: keptByPlan, missing: unanswered.planned }),
    reason: reasonFor(account, verdict, { kept: kept.times, observations, missing }),
    cases: [...account.cases],
    observations,
    unanswered: missing,
    notes: [...notes],
    causes: causesIn(planned),
    findings: mostTelling(findings),
    findingsTotal: account.found,
  };
}

const sum = <Key extends string>(of: readonly Readonly<Record<Key, number>>[], key: Key): number =>
  of.reduce((total, each) => total + each[key], 0);

function verdictOf(
  { requirement, notes, error, lost }: Account,
  findings: readonly TalliedFinding[],
  { kept, missing }: { readonly kept: Readonly<Kept>; readonly missing: number },
): Verdict {
  // Where answers are missing, those that did come do not speak for all.
  const shown = lost === undefined && ((kept.times > 0 && missing === 0) || notes.size > 0);
  const held = kept.observed > 0 || notes.size > 0 ? 'passed' : 'unobserved';
  let verdict: Verdict = shown ? held : 'not-exercised';
  for (const { finding } of findings) {
    verdict = raise(verdict, finding.waiver === undefined ? BROKEN[requirement.level] : 'waived');
  }
  return error === undefined ? verdict : 'errored';
}

/** Why a requirement was not exercised where nothing kept a request from being sent or answered. */
export const NOTHING_BEARS = 'no answer of this run bears on it';

function reasonFor(
  { kept, reasons, found, notes, error, lost, notOffered, unanswered }: Account,
  verdict: Verdict,
  counted: { readonly kept: number; readonly observations: number; readonly missing: number },
): string {
  switch (verdict) {
    case 'errored':
      return `the suite failed while judging it: ${error ?? 'no reason known'}`;
    case 'not-exercised':
      if (lost !== undefined) return lost;
      if (notOffered !== undefined) return notOffered;
      if (counted.missing > 0) return unansweredTimes(counted.missing, unanswered.why);
      if (kept.size > 0) return 'its refusals prove nothing: the valid body beside them was not accepted';
      return [...reasons].slice(0, SHOWN_REASONS).join('; ') || NOTHING_BEARS;
    case 'passed':
      if (found > 0) return 'broken, which a MAY allows';
      return notes.size > 0 ? 'told as information' : keptBy(counted.observations);
    case 'unobserved':
      return contradictedByNone(counted.kept);
    case 'waived':
      return 'broken only in ways that are known and named';
    case 'warned':
    case 'failed':
      return brokenTimes(found);
  }
}

const contradictedByNone = (answers: number): string =>
  answers === 1
    ? 'nothing contradicted it: the one answer did not show it'
    : `nothing contradicted it: none of ${answers} answers showed it`;

/** Why a requirement passed. */
export const keptBy = (observations: number): string =>
  `kept by ${observations} exchange${observations === 1 ? '' : 's'}`;

const unansweredTimes = (times: number, why: string): string =>
  `${times} exchange${times === 1 ? '' : 's'} that should have shown it got no answer: ${why}`;

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
