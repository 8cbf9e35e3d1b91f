import type { Report } from './report.ts';

/** Gives the exchanges of several reports ids that count through all of them, wherever one is named. */
export function renumber(reports: readonly Report[]): readonly Report[] {
  let last = 0;
  return reports.map((report) => {
    const ids = new Map<string, string>();
    for (const { id } of report.exchanges) {
      last += 1;
      ids.set(id, `x${last}`);
    }
    const renamed = (id: string): string => ids.get(id) ?? id;
    return {
      ...report,
      requirements: report.requirements.map((result) => ({
        ...result,
        findings: result.findings.map((finding) => ({ ...finding, exchange: renamed(finding.exchange) })),
      })),
      interactions: report.interactions.map((each) =>
        each.exchange === undefined ? each : { ...each, exchange: renamed(each.exchange) },
      ),
      drift: {
        ...report.drift,
        undocumented: report.drift.undocumented.map((part) => ({
          ...part,
          exchange: renamed(part.exchange),
        })),
      },
      actions: {
        ...report.actions,
        ...(report.actions.trouble === undefined
          ? {}
          : {
              trouble: {
                ...report.actions.trouble,
                ...(report.actions.trouble.exchange === undefined
                  ? {}
                  : { exchange: renamed(report.actions.trouble.exchange) }),
              },
            }),
      },
      cases: report.cases.map((each) => ({ ...each, exchanges: each.exchanges.map(renamed) })),
      exchanges: report.exchanges.map((exchange) => ({ ...exchange, id: renamed(exchange.id) })),
    };
  });
}
