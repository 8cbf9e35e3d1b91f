import type { Report, ReportedCase, ReportedExchange } from '../verdicts/report.ts';

/** The cases and exchanges of a report by their ids. */
export interface Evidence {
  readonly cases: ReadonlyMap<string, ReportedCase>;
  readonly exchanges: ReadonlyMap<string, ReportedExchange>;
}

/** Makes what the findings of a report point to easy to find. */
export function evidence(report: Report): Evidence {
  return {
    cases: new Map(report.cases.map((sent) => [sent.id, sent])),
    exchanges: new Map(report.exchanges.map((exchange) => [exchange.id, exchange])),
  };
}
