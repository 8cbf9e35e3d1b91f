import type { DatabaseSync } from 'node:sqlite';

import type { Report } from '../verdicts/report.ts';
import { HistoryError } from './history-error.ts';
import { numberIn, textIn } from './row.ts';

/**
 * Makes sure that a report is no night of this target yet, and that none after it is: told twice, everything new would
 * be old, and a night is compared with those before it.
 *
 * @throws HistoryError where there is such a night.
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
  if (row !== undefined) {
    const id = numberIn(row, 'id');
    throw new HistoryError(
      `the report is remembered already, as night ${id} of ${target}`,
      `See actions-conformance history show ${id}.`,
    );
  }
  assertLatest(database, target, Date.parse(startedAt) + durationMs);
}

/**
 * Makes sure that no night of this target began after a moment. Of runs at one time, the one that ends last is the
 * later night, whichever began first.
 *
 * @throws HistoryError where one did.
 */
export function assertLatest(database: DatabaseSync, target: string, moment: number): void {
  const endedAt = new Date(moment).toISOString();
  const later = database
    .prepare(
      `SELECT night.id, at FROM night JOIN target ON target.id = night.target
       WHERE name = ? AND at > ? AND EXISTS (SELECT 1 FROM verdict WHERE night = night.id)
       ORDER BY at DESC LIMIT 1`,
    )
    .get(target, endedAt);
  if (later === undefined) return;
  throw new HistoryError(
    `night ${numberIn(later, 'id')} of ${target} began ${textIn(later, 'at')}, after this one, which ended ${endedAt}`,
    'A night is compared with those before it: give reports in the order of their dates, or another --history.',
  );
}
