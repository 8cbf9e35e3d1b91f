import type { DatabaseSync } from 'node:sqlite';

import type { NightVerdict } from '../changes/change.ts';
import type { TrendPoint } from '../changes/trends.ts';
import type { Verdict } from '../verdicts/verdict.ts';
import { latencyIn, numberIn, textIn } from './row.ts';

/** The latest nights on which a target was judged, in the order of time. */
export function readTrends(database: DatabaseSync, target: string, most: number): readonly TrendPoint[] {
  const nights = database
    .prepare(
      `SELECT night.id, at, outcome, requests FROM night JOIN target ON target.id = night.target
       WHERE name = ? AND EXISTS (SELECT 1 FROM verdict WHERE night = night.id) ORDER BY at DESC, night.id DESC LIMIT ?`,
    )
    .all(target, most)
    .toReversed();
  const counts = database.prepare('SELECT verdict, count FROM verdict_count WHERE night = ?');
  const latency = database.prepare("SELECT * FROM latency WHERE night = ? AND operation = 'create'");
  const built = database.prepare('SELECT ms FROM time_to_built WHERE night = ? ORDER BY ms');
  return nights.map((night) => {
    const id = numberIn(night, 'id');
    const creates = latency.get(id);
    return {
      at: textIn(night, 'at'),
      outcome: textIn(night, 'outcome') as NightVerdict,
      requests: numberIn(night, 'requests'),
      verdicts: Object.fromEntries(
        counts
          .all(id)
          .map((row): [Verdict, number] => [textIn(row, 'verdict') as Verdict, numberIn(row, 'count')]),
      ),
      ...(creates === undefined ? {} : { creates: latencyIn(creates) }),
      timesToBuilt: built.all(id).map((row) => numberIn(row, 'ms')),
    };
  });
}
