import { createHash } from 'node:crypto';

import { PHASES } from '../contracts/phase.ts';
import { diagnose } from './diagnosis/diagnose.ts';
import { mergeDrift } from './merge-drift.ts';
import { mergeResults } from './merge-results.ts';
import { conclude, countVerdicts } from './overall.ts';
import { sumAccounts } from './sum-accounts.ts';
import { renumber } from './renumber.ts';
import type { PhaseSummary, Report, ReportedCase } from './report.ts';

/**
 * Makes one report of those of all the shards of a run. Every case was judged by one of them just as a single run would
 * have, so that the strongest verdict of a requirement is its verdict.
 *
 * @param shards in the order of their index.
 */
export function mergeShards(shards: readonly [Report, ...Report[]]): Report {
  const [first] = shards;
  const { shard: _, ...facts } = first;
  const all = renumber(shards);
  const startedAt = shards.map((each) => each.startedAt).reduce((a, b) => (a < b ? a : b));
  const endedAt = Math.max(...shards.map((each) => Date.parse(each.startedAt) + each.durationMs));
  const results = Map.groupBy(
    all.flatMap((each) => each.requirements),
    ({ id }) => id,
  );
  const requirements = [...results.values()].map(mergeResults);
  const exchanges = all.flatMap((each) => each.exchanges);
  const counts = countVerdicts(requirements);
  return {
    ...facts,
    startedAt,
    durationMs: endedAt - Date.parse(startedAt),
    ...conclude(requirements),
    diagnosis: diagnose({ requirements, exchanges }),
    counts,
    requests: sums(
      first.requests,
      shards.map(({ requests }) => requests),
    ),
    phases: mergePhases(
      shards.map(({ phases }) => phases),
      first.phases,
    ),
    actions: sumAccounts(all.map(({ actions }) => actions)),
    waivers: first.waivers.map((waiver, index) => ({
      ...waiver,
      findings: sum(shards.map(({ waivers }) => waivers[index]?.findings ?? 0)),
    })),
    requirements,
    drift: mergeDrift(all.map(({ drift }) => drift)),
    interactions: all.flatMap(({ interactions }) => interactions),
    cases: mergeCases(all.flatMap(({ cases }) => cases)),
    exchanges,
    reproduce: first.reproduce.replace(/ --shard \S+/, ''),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function sums<Counts extends Readonly<Record<string, number>>>(like: Counts, all: readonly Counts[]): Counts {
  return Object.fromEntries(
    Object.keys(like).map((key) => [key, sum(all.map((counts) => counts[key] ?? 0))]),
  ) as Counts;
}

/** What the phases of all shards sent together. */
function mergePhases(all: readonly Report['phases'][], first: Report['phases']): Report['phases'] {
  const merged = { ...first };
  for (const phase of PHASES) merged[phase] = mergeSummaries(all.map((phases) => phases[phase]));
  return merged;
}

function mergeSummaries(all: readonly PhaseSummary[]): PhaseSummary {
  const hash = createHash('sha256');
  for (const each of all) hash.update(each.hash);
  const ended = all.find((each) => each.ended !== undefined)?.ended;
  return {
    cases: sum(all.map(({ cases }) => cases)),
    requests: sum(all.map(({ requests }) => requests)),
    hash: hash.digest('hex'),
    ...(ended === undefined ? {} : { ended }),
  };
}

/** Cases that several shards sent, such as the smallest body, have the exchanges of all. */
function mergeCases(all: readonly ReportedCase[]): readonly ReportedCase[] {
  const cases = new Map<string, ReportedCase>();
  for (const each of all) {
    const earlier = cases.get(each.id)?.exchanges ?? [];
    cases.set(each.id, { ...each, exchanges: [...earlier, ...each.exchanges] });
  }
  return [...cases.values()];
}
