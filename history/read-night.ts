import type { DatabaseSync } from 'node:sqlite';

import type { Latency, StatusValue } from '../changes/figures.ts';
import { latencyIn, numberIn, textIn, type Row } from './row.ts';

/** What is remembered of one night. */
export interface RememberedNight {
  readonly findings: readonly RememberedFinding[];
  /** How many requirements had each verdict. */
  readonly counts: Readonly<Record<string, number>>;
  readonly latencies: readonly Latency[];
  /** In milliseconds, in ascending order. */
  readonly timesToBuilt: readonly number[];
  /** Status values that the target was seen with, ever. */
  readonly statuses: readonly (StatusValue & Seen)[];
}

/** The nights that saw something first and last, as ISO dates and times. */
interface Seen {
  readonly firstSeen: string;
  readonly lastSeen: string;
}

/** What a night said of a deviation. */
export interface RememberedFinding extends Seen {
  readonly state: string;
  readonly level: string;
  readonly cause: string;
  /** Empty where none covers it. */
  readonly waiver: string;
  readonly acceptance: string;
  readonly regression: boolean;
  readonly message: string;
  readonly resent?: { readonly shown: number; readonly of: number };
}

/** What one night came to, and what its target was seen with until today. */
export function readNight(database: DatabaseSync, night: number): RememberedNight {
  const all = (query: string): readonly Row[] => database.prepare(query).all(night);
  return {
    findings: all(
      'SELECT * FROM finding JOIN deviation ON deviation.id = deviation WHERE night = ? ORDER BY state, cause',
    ).map(findingIn),
    counts: Object.fromEntries(
      all('SELECT verdict, count FROM verdict_count WHERE night = ? ORDER BY verdict').map((row) => [
        textIn(row, 'verdict'),
        numberIn(row, 'count'),
      ]),
    ),
    latencies: all('SELECT * FROM latency WHERE night = ? ORDER BY operation').map(latencyIn),
    timesToBuilt: all('SELECT ms FROM time_to_built WHERE night = ? ORDER BY ms').map((row) =>
      numberIn(row, 'ms'),
    ),
    statuses: all(
      `SELECT * FROM status_value WHERE target = (SELECT target FROM night WHERE id = ?) ORDER BY place, value`,
    ).map((row) => ({ place: textIn(row, 'place'), value: textIn(row, 'value'), ...seenIn(row) })),
  };
}

function findingIn(row: Row): RememberedFinding {
  return {
    state: textIn(row, 'state'),
    level: textIn(row, 'level'),
    cause: textIn(row, 'cause'),
    waiver: textIn(row, 'waiver'),
    acceptance: textIn(row, 'acceptance'),
    regression: numberIn(row, 'regression') === 1,
    message: textIn(row, 'message'),
    ...seenIn(row),
    ...(row['resent'] === null
      ? {}
      : { resent: { shown: numberIn(row, 'shown'), of: numberIn(row, 'resent') } }),
  };
}

const seenIn = (row: Row): Seen => ({
  firstSeen: textIn(row, 'first_seen'),
  lastSeen: textIn(row, 'last_seen'),
});
