import type { DatabaseSync } from 'node:sqlite';

import { numberIn, textIn, type Row } from './row.ts';

/** A night as a list shows it. */
export interface ListedNight {
  readonly id: number;
  readonly target: string;
  readonly at: string;
  readonly outcome: string;
  readonly summary: string;
  readonly requests: number;
}

const NIGHTS = `
  SELECT night.id, name, at, outcome, summary, requests FROM night JOIN target ON target.id = night.target
  WHERE ($target IS NULL OR name = $target)`;

/** The latest nights, of one target or of all. */
export function listNights(
  database: DatabaseSync,
  { target, limit }: { readonly target: string | undefined; readonly limit: number },
): readonly ListedNight[] {
  return database
    .prepare(`${NIGHTS} ORDER BY at DESC, night.id DESC LIMIT $limit`)
    .all({ $target: target ?? null, $limit: limit })
    .map(listed);
}

/** One night by its number. */
export function nightById(database: DatabaseSync, id: number): ListedNight | undefined {
  const row = database.prepare(`${NIGHTS} AND night.id = $id`).get({ $target: null, $id: id });
  return row === undefined ? undefined : listed(row);
}

const listed = (row: Row): ListedNight => ({
  id: numberIn(row, 'id'),
  target: textIn(row, 'name'),
  at: textIn(row, 'at'),
  outcome: textIn(row, 'outcome'),
  summary: textIn(row, 'summary'),
  requests: numberIn(row, 'requests'),
});
