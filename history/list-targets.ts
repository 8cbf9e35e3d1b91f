import type { DatabaseSync } from 'node:sqlite';

import { textIn } from './row.ts';

/** The names of the targets that a history remembers nights of, in order. */
export const listTargets = (database: DatabaseSync): readonly string[] =>
  database
    .prepare('SELECT name FROM target WHERE EXISTS (SELECT 1 FROM night WHERE night.target = target.id)')
    .all()
    .map((row) => textIn(row, 'name'))
    .toSorted();
