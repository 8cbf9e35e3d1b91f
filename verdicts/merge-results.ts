import { REMEMBERED_CASES } from './causes.ts';
import type { ReportedCause, ReportedFinding, RequirementResult } from './report.ts';
import { NOT_OFFERED } from './not-offered.ts';
import { brokenTimes, keptBy, SHOWN_FINDINGS } from './settle.ts';
import { isHeld, raise, type Verdict } from './verdict.ts';

/** What the shards of a run say of one requirement together. */
export function mergeResults(results: readonly RequirementResult[]): RequirementResult {
  const [first] = results;
  if (first === undefined) throw new Error('there is no result to merge');
  const unanswered = sum(results, 'unanswered');
  const verdict = together(
    results.map((each) => each.verdict),
    unanswered,
  );
  const observations = sum(results, 'observations');
  const findingsTotal = sum(results, 'findingsTotal');
  return {
    ...first,
    verdict,
    baseline: together(
      results.map((each) => each.baseline),
      unanswered,
    ),
    reason: reasonFor(verdict, results, { observations, findingsTotal }),
    cases: distinct(results.flatMap(({ cases }) => cases)),
    observations,
    unanswered,
    notes: distinct(results.flatMap(({ notes }) => notes)),
    causes: mergeCauses(results.flatMap(({ causes }) => causes)),
    findings: mergeFindings(results.flatMap(({ findings }) => findings)),
    findingsTotal,
  };
}

const sum = (
  results: readonly RequirementResult[],
  key: 'observations' | 'unanswered' | 'findingsTotal',
): number => results.reduce((total, each) => total + each[key], 0);

/** Where one shard misses an answer, the others do not speak for it. */
function together(verdicts: readonly Verdict[], unanswered: number): Verdict {
  const strongest = verdicts.reduce(raise);
  return isHeld(strongest) && unanswered > 0 ? 'not-exercised' : strongest;
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

function reasonFor(
  verdict: Verdict,
  results: readonly RequirementResult[],
  { observations, findingsTotal }: Pick<RequirementResult, 'observations' | 'findingsTotal'>,
): string {
  if (verdict === 'failed' || verdict === 'warned') return brokenTimes(findingsTotal);
  const reasons = distinct(results.filter((each) => each.verdict === verdict).map(({ reason }) => reason));
  // Most shards send nothing for a requirement: the one that should have knows why it did not.
  if (verdict === 'not-exercised') {
    const longestFirst = reasons.toSorted((a, b) => b.length - a.length);
    return longestFirst.find((reason) => reason.startsWith(NOT_OFFERED)) ?? longestFirst[0] ?? '';
  }
  const isKept =
    verdict === 'passed' && findingsTotal === 0 && results.every(({ notes }) => notes.length === 0);
  return isKept && observations > 0 ? keptBy(observations) : (reasons[0] ?? '');
}

function mergeCauses(causes: readonly ReportedCause[]): readonly ReportedCause[] {
  const merged = new Map<string, ReportedCause>();
  for (const each of causes) {
    const key = JSON.stringify([each.cause, each.waiver]);
    const known = merged.get(key);
    const cases = distinct([...(known?.cases ?? []), ...each.cases]).slice(0, REMEMBERED_CASES);
    merged.set(key, { ...each, ...known, cases, times: each.times + (known?.times ?? 0) });
  }
  return [...merged.values()];
}

function mergeFindings(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  const kinds = new Map(
    findings
      .toReversed()
      .map((each) => [JSON.stringify([each.cause, each.waiver, each.message, each.case]), each]),
  );
  const unwaivedFirst = [...kinds.values()]
    .toReversed()
    .toSorted((a, b) => Number(a.waiver !== undefined) - Number(b.waiver !== undefined));
  return unwaivedFirst.slice(0, SHOWN_FINDINGS);
}
