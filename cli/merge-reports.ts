import { identityOf } from '../changes/matrix.ts';
import { UsageError } from '../driver/errors.ts';
import { mergeShards } from '../verdicts/merge-shards.ts';
import type { Report } from '../verdicts/report.ts';

/** A report with the path that it was read from. */
export interface ReadReport {
  readonly path: string;
  readonly report: Report;
}

/**
 * Merges the shards of each target.
 *
 * @returns one report a target, in the order in which they were given.
 * @throws UsageError when they do not belong together, or not all shards are there.
 */
export function mergeByTarget(reports: readonly ReadReport[]): readonly Report[] {
  const [first] = reports;
  for (const { path, report } of reports) {
    if (report.suite.catalogueDigest !== first?.report.suite.catalogueDigest) {
      throw new UsageError(
        'OTHER_CATALOGUE',
        `${path} was made with another catalogue of requirements than ${first?.path}`,
        'Merge reports of one version of the suite.',
      );
    }
  }
  return [...Map.groupBy(reports, ({ report }) => identityOf(report)).values()].map(mergeTarget);
}

/** What all shards of one run have in common. */
const COMMON = ['planHash', 'depth', 'seed'] as const;

function mergeTarget(its: readonly ReadReport[]): Report {
  const sorted = its.toSorted((a, b) => (a.report.shard?.index ?? 0) - (b.report.shard?.index ?? 0));
  const [first, ...others] = sorted;
  if (first === undefined) throw new Error('a target without a report');
  for (const { path, report } of others) {
    const differing = COMMON.find((key) => report[key] !== first.report[key]);
    if (differing !== undefined || report.only.join(' ') !== first.report.only.join(' ')) {
      throw apart(`${path} is a part of another plan than ${first.path}`);
    }
  }
  const { shard } = first.report;
  if (shard === undefined && others.length === 0) return first.report;
  for (const [position, { path, report }] of sorted.entries()) {
    if (report.shard === undefined) throw apart(`${path} is a whole run, and no shard of one`);
    if (report.shard.count !== shard?.count)
      throw apart(`${path} is one of ${report.shard.count} shards, and ${first.path} is not`);
    if (report.shard.index < position + 1) throw apart(`shard ${report.shard.index} is there twice`);
    if (report.shard.index > position + 1) throw apart(`shard ${position + 1} of ${shard.count} is missing`);
  }
  if (shard !== undefined && sorted.length < shard.count)
    throw apart(`shard ${sorted.length + 1} of ${shard.count} is missing`);
  return mergeShards([first.report, ...others.map(({ report }) => report)]);
}

const apart = (message: string): UsageError =>
  new UsageError('APART', message, 'Give every shard of one run once, or one report of each target.');
