import type { Level } from '../contracts/requirement.ts';
import type { Report } from '../verdicts/report.ts';
import type { OverallVerdict, Verdict } from '../verdicts/verdict.ts';

/** Many targets beside each other, judged by the same catalogue. */
export interface Matrix {
  readonly schemaVersion: '1.0';
  readonly suite: Pick<Report['suite'], 'name' | 'version' | 'catalogueDigest'>;
  readonly targets: readonly {
    readonly name: string;
    readonly startedAt: string;
    readonly verdict: OverallVerdict;
    readonly summary: string;
  }[];
  readonly requirements: readonly {
    readonly id: string;
    readonly level: Level;
    readonly title: string;
    /** In the order of the targets; `null` where it was not in the scope of its run. */
    readonly verdicts: readonly (Verdict | null)[];
  }[];
}

/** What a target is told apart by: an embedded mock listens on another port each time. */
export const identityOf = ({ target }: Pick<Report, 'target'>): string =>
  target.kind === 'given' ? target.url : target.kind;

/** Puts the reports of many targets beside each other. */
export function matrixOf(reports: readonly [Report, ...Report[]]): Matrix {
  const { name, version, catalogueDigest } = reports[0].suite;
  const results = reports.map(({ requirements }) => new Map(requirements.map((each) => [each.id, each])));
  const rows = new Map(reports.flatMap(({ requirements }) => requirements.map((each) => [each.id, each])));
  return {
    schemaVersion: '1.0',
    suite: { name, version, catalogueDigest },
    targets: reports.map((report) => ({
      name: identityOf(report),
      startedAt: report.startedAt,
      verdict: report.verdict,
      summary: report.summary,
    })),
    requirements: [...rows.values()].map(({ id, level, title }) => ({
      id,
      level,
      title,
      verdicts: results.map((each) => each.get(id)?.verdict ?? null),
    })),
  };
}
