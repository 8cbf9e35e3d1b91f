import type { Phase } from '../contracts/phase.ts';
import type { ReportedExchange } from '../verdicts/report.ts';

/** An exchange as the log holds it: what the report has of it, and the part of the run that it belongs to. */
export type LoggedExchange = Omit<ReportedExchange, 'curl'> & { readonly phase: Phase };

/** Where a run writes its exchanges as it goes, so that it need not hold them. */
export interface ExchangeLog {
  /** Takes one exchange, without any secret; a promise where the log asks to wait before the next. */
  write(exchange: LoggedExchange): Promise<void> | undefined;
}
