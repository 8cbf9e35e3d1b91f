import type { DatabaseSync } from 'node:sqlite';

import type { Report } from '../verdicts/report.ts';
import { HistoryError } from './history-error.ts';
import { numberIn } from './row.ts';

/**
 * Makes sure that a report is no night of this target yet: told twice, everything new would be old.
 *
 * @throws HistoryError where it is one.
 */
export function assertNew(
  database: DatabaseSync,
  target: string,
  { startedAt, durationMs, planHash, seed, requests }: Report,
): void {
  const row = database
    .prepare(
      `SELECT night.id FROM night JOIN target ON target.id = night.target
       WHERE name = ? AND at = ? AND duration_ms = ? AND plan = ? AND seed = ? AND requests = ?`,
    )
    .get(target, startedAt, durationMs, planHash, seed, requests.total);
  if (row === undefined) return;
  const id = numberIn(row, 'id');
  throw new HistoryError(
    `the report is remembered already, as night ${id} of ${target}`,
    `See actions-conformance history show ${id}.`,
  );
}
