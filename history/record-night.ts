import type { DatabaseSync } from 'node:sqlite';

import type { Change, ChangedDeviation } from '../changes/change.ts';
import type { Figures } from '../changes/figures.ts';
import type { Known } from '../changes/known.ts';
import type { Tonight } from '../changes/tonight.ts';
import type { Report } from '../verdicts/report.ts';
import { assertNew } from './assert-new.ts';
import { insertNight } from './insert-night.ts';
import { inTransaction } from './open-history.ts';
import { readKnown } from './read-known.ts';

/** A night that is to be remembered. */
export interface Night {
  readonly tonight: Tonight;
  readonly report: Report;
  readonly figures: Figures;
}

/**
 * Remembers a night, whole or not at all. It is compared within the same transaction, so that of two jobs at one time
 * the second is compared with the first.
 *
 * @throws HistoryError where the very same report is remembered already, or a later night.
 */
export function recordNight(
  database: DatabaseSync,
  night: Night,
  compare: (tonight: Tonight, known: Known) => Change,
): Change {
  return inTransaction(database, () => {
    const { tonight, report } = night;
    assertNew(database, tonight.target, report);
    const change = compare(tonight, readKnown(database, tonight.target));
    const { id, target } = insertNight(database, {
      target: tonight.target,
      at: tonight.at,
      durationMs: report.durationMs,
      version: report.suite.version,
      catalogue: report.suite.catalogueDigest,
      plan: report.planHash,
      scope: tonight.scope,
      seed: report.seed,
      verdict: report.verdict,
      outcome: change.verdict,
      summary: change.summary,
      requests: report.requests.total,
      creates: report.requests.create,
    });
    insertVerdicts(database, id, report);
    for (const deviation of change.deviations)
      insertFinding(database, { target, night: id, tonight, deviation });
    insertFigures(database, { target, night: id, at: tonight.at }, night.figures);
    return change;
  });
}

function insertVerdicts(database: DatabaseSync, night: number, { requirements, counts }: Report): void {
  const name = database.prepare('INSERT OR IGNORE INTO requirement (name) VALUES (?)');
  const verdict = database.prepare(
    'INSERT INTO verdict VALUES (?, (SELECT id FROM requirement WHERE name = ?), ?)',
  );
  for (const { id, baseline } of requirements) {
    name.run(id);
    verdict.run(night, id, baseline);
  }
  const count = database.prepare('INSERT INTO verdict_count VALUES (?, ?, ?)');
  for (const [each, number] of Object.entries(counts.all)) count.run(night, each, number);
}

function insertFinding(
  database: DatabaseSync,
  {
    target,
    night,
    tonight: { at, scope, planned },
    deviation,
  }: {
    readonly target: number;
    readonly night: number;
    readonly tonight: Tonight;
    readonly deviation: ChangedDeviation;
  },
): void {
  const { state, resent } = deviation;
  const closed = state === 'fixed' || state === 'gone';
  const isThere = deviation.lastSeen === at;
  // Cases that no plan holds cannot be looked for on another night.
  const cases = deviation.cases.filter((id) => planned.has(id));
  const { id } =
    database
      .prepare(
        `INSERT INTO deviation (target, cause, waiver, requirement, level, message, path, cases, scope, first_seen, last_seen, open, flaky, closed_at)
       VALUES ($target, $cause, $waiver, $requirement, $level, $message, $path, $cases, $scope, $first, $last, $open, $flaky, $closed)
       ON CONFLICT (target, cause, waiver) DO UPDATE SET
         message = excluded.message, path = excluded.path, level = excluded.level,
         cases = iif($seen, excluded.cases, cases), scope = iif($seen, excluded.scope, scope),
         first_seen = min(first_seen, excluded.first_seen), last_seen = max(last_seen, excluded.last_seen),
         open = excluded.open, flaky = iif($judged, excluded.flaky, flaky), closed_at = coalesce(excluded.closed_at, closed_at)
       RETURNING id`,
      )
      .get({
        $target: target,
        $cause: deviation.cause,
        $waiver: deviation.waiver ?? '',
        $requirement: deviation.requirement,
        $level: deviation.level,
        $message: deviation.message,
        $path: deviation.path,
        $cases: JSON.stringify(cases),
        $scope: scope,
        $first: deviation.firstSeen,
        $last: deviation.lastSeen,
        $open: closed ? 0 : 1,
        $flaky: state === 'flaky' ? 1 : 0,
        $closed: closed ? at : null,
        $seen: isThere ? 1 : 0,
        $judged: state === 'not-judged' ? 0 : 1,
      }) ?? {};
  database
    .prepare('INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(
      night,
      id ?? null,
      state,
      deviation.acceptance,
      deviation.regression ? 1 : 0,
      resent?.shown ?? null,
      resent?.of ?? null,
    );
}

function insertFigures(
  database: DatabaseSync,
  { target, night, at }: { readonly target: number; readonly night: number; readonly at: string },
  { latencies, timesToBuilt, statuses }: Figures,
): void {
  const latency = database.prepare('INSERT INTO latency VALUES (?, ?, ?, ?, ?, ?)');
  for (const { operation, count, p50, p90, p99 } of latencies)
    latency.run(night, operation, count, p50, p90, p99);
  const built = database.prepare('INSERT INTO time_to_built VALUES (?, ?, ?)');
  for (const [of, ms] of timesToBuilt) built.run(night, of, ms);
  const status = database.prepare(
    `INSERT INTO status_value VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
       first_seen = min(first_seen, excluded.first_seen), last_seen = max(last_seen, excluded.last_seen)`,
  );
  for (const { place, value } of statuses) status.run(target, place, value, at, at);
}
