import type { DatabaseSync } from 'node:sqlite';

import type { NightVerdict } from '../changes/change.ts';
import { numberIn } from './row.ts';

/** What is remembered of every night, whatever it came to. */
export interface NightRow {
  readonly target: string;
  /** ISO date and time of its start. */
  readonly at: string;
  readonly durationMs: number;
  /** Version of the suite. */
  readonly version: string;
  /** SHA-256 of its requirements. */
  readonly catalogue: string;
  /** SHA-256 of the plan; empty where none was begun. */
  readonly plan: string;
  /** What was asked of the run: depth and globs. */
  readonly scope: string;
  readonly seed: number;
  readonly verdict: string;
  readonly outcome: NightVerdict;
  readonly summary: string;
  readonly requests: number;
  readonly creates: number;
}

/** Remembers a night by itself, and gives its number and that of its target. */
export function insertNight(
  database: DatabaseSync,
  { target: name, ...night }: NightRow,
): { readonly id: number; readonly target: number } {
  database.prepare('INSERT OR IGNORE INTO target (name) VALUES (?)').run(name);
  const target = numberIn(database.prepare('SELECT id FROM target WHERE name = ?').get(name), 'id');
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO night (target, at, duration_ms, version, catalogue, plan, scope, seed, verdict, outcome, summary, requests, creates)
       VALUES ($target, $at, $durationMs, $version, $catalogue, $plan, $scope, $seed, $verdict, $outcome, $summary, $requests, $creates)`,
    )
    .run({ target, ...night });
  return { id: Number(lastInsertRowid), target };
}
