import type { AuditSummary } from '../verdicts/audit-summary.ts';
import type { Report } from '../verdicts/report.ts';
import { duration } from './duration.ts';
import { moment } from './moment.ts';

/** Enough of a SHA-256 for a reader to compare two reports. */
const SHORT_DIGEST = 12;

/** What a verdict covers, as pairs of a label and its value. */
export function scope(report: Report): readonly (readonly [label: string, value: string])[] {
  const { shard, suite, target } = report;
  return [
    ['Target', `${target.url}, ${target.kind}`],
    ...(report.audit === undefined
      ? ([
          ['Depth', report.depth],
          ['Seed', String(report.seed)],
        ] as const)
      : ([['Period', period(report.audit)]] as const)),
    ['Covers', report.only.length === 0 ? 'the whole catalogue' : `only ${report.only.join(', ')}`],
    ...(shard === undefined ? [] : [['Part', `shard ${shard.index} of ${shard.count}`] as const]),
    ['Suite', `${suite.name} ${suite.version}`],
    ['Catalogue', suite.catalogueDigest.slice(0, SHORT_DIGEST)],
    [report.audit === undefined ? 'Plan' : 'Judged', report.planHash.slice(0, SHORT_DIGEST)],
    ['Started', moment(report.startedAt)],
    ['Took', duration(report.durationMs)],
  ];
}

/** The dates that limited an audit. */
function period({ since, until }: AuditSummary): string {
  if (since === undefined && until === undefined) return 'all dates';
  return [since === undefined ? '' : `since ${since}`, until === undefined ? '' : `until ${until}`]
    .join(' ')
    .trim();
}
