import type { DatabaseSync } from 'node:sqlite';

import type { Known, KnownDeviation } from '../changes/known.ts';
import type { Level } from '../contracts/requirement.ts';
import { numberIn, textIn, textsIn, type Row } from './row.ts';

/** What the nights before know of a target. */
export function readKnown(database: DatabaseSync, target: string): Known {
  const last = database
    .prepare(
      `SELECT max(night.at) AS at FROM night JOIN target ON target.id = night.target
       WHERE name = ? AND EXISTS (SELECT 1 FROM verdict WHERE night = night.id)`,
    )
    .get(target);
  const rows = database
    .prepare('SELECT deviation.* FROM deviation JOIN target ON target.id = deviation.target WHERE name = ?')
    .all(target);
  return {
    ...(typeof last?.['at'] === 'string' ? { since: last['at'] } : {}),
    deviations: rows.map(knownDeviation),
  };
}

function knownDeviation(row: Row): KnownDeviation {
  const waiver = textIn(row, 'waiver');
  return {
    cause: textIn(row, 'cause'),
    ...(waiver === '' ? {} : { waiver }),
    requirement: textIn(row, 'requirement'),
    level: levelIn(row),
    message: textIn(row, 'message'),
    path: textIn(row, 'path'),
    cases: textsIn(row, 'cases'),
    scope: textIn(row, 'scope'),
    firstSeen: textIn(row, 'first_seen'),
    lastSeen: textIn(row, 'last_seen'),
    open: numberIn(row, 'open') === 1,
    flaky: numberIn(row, 'flaky') === 1,
    ...(row['closed_at'] === null ? {} : { closedAt: textIn(row, 'closed_at') }),
  };
}

function levelIn(row: Row): Level {
  const level = textIn(row, 'level');
  if (level === 'MUST' || level === 'SHOULD' || level === 'MAY') return level;
  throw new TypeError(`there is no level ${level}`);
}
