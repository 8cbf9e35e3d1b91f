import process from 'node:process';

import { scopeOf } from '../changes/tonight.ts';
import { HistoryError } from '../history/history-error.ts';
import { told, type openHistory } from '../history/open-history.ts';
import { recordUnjudged } from '../history/record-unjudged.ts';
import { visibleLine } from '../reports/visible.ts';
import type { Report } from '../verdicts/report.ts';

/** Whether a report says nothing of its target at all, as nobody was let in, or nobody answered. */
export const saysNothing = ({ requirements }: Pick<Report, 'requirements'>): boolean =>
  requirements.every(({ verdict }) => verdict === 'not-exercised');

/** Has a night remembered of which nothing is known: no night is compared with it. */
export function rememberUnjudged(
  { startedAt, durationMs, suite, depth, only, seed, requests, summary }: Report,
  { target, path, history }: { target: string; path: string; history: ReturnType<typeof openHistory> },
): void {
  const night = {
    target,
    at: startedAt,
    durationMs,
    version: suite.version,
    catalogue: suite.catalogueDigest,
    scope: scopeOf({ depth, only }),
    seed,
    summary,
    requests: requests.total,
  };
  try {
    told(path, () => recordUnjudged(history, night));
  } catch (error) {
    // What is in the way of judging the target is what is told as the end of the night.
    if (!(error instanceof HistoryError)) throw error;
    process.stderr.write(`the night was not remembered: ${visibleLine(error.message)}\n`);
  }
}
