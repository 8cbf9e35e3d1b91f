import type { SQLOutputValue } from 'node:sqlite';

import type { Latency } from '../changes/figures.ts';

/** A row as SQLite gives it. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** The number in a column; the tables are strict, so that anything else is a mistake in a query. */
export function numberIn(row: Row | undefined, column: string): number {
  const value = row?.[column];
  if (typeof value !== 'number') throw new TypeError(`the column ${column} holds no number`);
  return value;
}

/** The text in a column. */
export function textIn(row: Row | undefined, column: string): string {
  const value = row?.[column];
  if (typeof value !== 'string') throw new TypeError(`the column ${column} holds no text`);
  return value;
}

/** The texts in a column that holds them as JSON. */
export function textsIn(row: Row | undefined, column: string): readonly string[] {
  const value: unknown = JSON.parse(textIn(row, column));
  return Array.isArray(value) ? value.map(String) : [];
}

/** How long answers took, of one operation on one night. */
export const latencyIn = (row: Row): Latency => ({
  operation: textIn(row, 'operation'),
  count: numberIn(row, 'count'),
  p50: numberIn(row, 'p50'),
  p90: numberIn(row, 'p90'),
  p99: numberIn(row, 'p99'),
});
