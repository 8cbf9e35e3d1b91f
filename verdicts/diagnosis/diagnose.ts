import type { Diagnosis, Report } from '../report.ts';
import { RULES } from './rules.ts';
import type { Verdict } from '../verdict.ts';
import { sightOf, type Judged } from './sight.ts';

/** Causes that a reader takes in at one look. */
const MOST_CAUSES = 5;

/** Reasons and names come from the target: no cause is longer than a reader reads. */
const LONGEST_CAUSE = 300;

/**
 * What is wrong with the target in plain words: the causes that explain most of what was broken or could not be
 * judged. Each requirement is explained by one of them at the most, the first rule whose evidence covers it.
 */
export function diagnose(report: Pick<Report, 'requirements' | 'exchanges'>): readonly Diagnosis[] {
  const explained = new Set<string>();
  return RULES.flatMap(({ id, leads = false, explain }) => {
    const found = explain(sightOf(report, explained));
    const mine = [...new Set(found?.explains)];
    if (found === undefined || mine.length === 0) return [];
    for (const { requirement } of mine) explained.add(requirement.id);
    const diagnosis: Diagnosis = {
      id,
      cause: clipped(found.cause),
      next: found.next,
      requirements: mine.map(({ requirement }) => requirement.id),
    };
    return [{ diagnosis, leads, failed: countOf(mine, 'failed'), warned: countOf(mine, 'warned') }];
  })
    .toSorted(
      (a, b) =>
        Number(b.leads) - Number(a.leads) ||
        b.failed - a.failed ||
        b.warned - a.warned ||
        b.diagnosis.requirements.length - a.diagnosis.requirements.length,
    )
    .slice(0, MOST_CAUSES)
    .map(({ diagnosis }) => diagnosis);
}

const countOf = (judged: readonly Judged[], verdict: Verdict): number =>
  judged.filter(({ result }) => result.verdict === verdict).length;

const clipped = (cause: string): string =>
  cause.length <= LONGEST_CAUSE ? cause : `${cause.slice(0, LONGEST_CAUSE).toWellFormed()} …`;
