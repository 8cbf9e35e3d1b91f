import { compare } from '../changes/compare.ts';
import { figuresOf } from '../changes/figures.ts';
import { tonightOf } from '../changes/tonight.ts';
import { exampleReport } from '../reports/example-report.ts';
import type { Night } from './record-night.ts';
import { openHistory } from './open-history.ts';
import { recordNight } from './record-night.ts';

/** A night of an example target. */
export function exampleNight(at: string, target = 'example'): Night {
  const report = { ...exampleReport(), startedAt: at };
  const planned = new Set(report.cases.map(({ id }) => id));
  return { report, tonight: tonightOf(report, { target, planned }), figures: figuresOf(report) };
}

/** Remembers nights one after the other, each in a history that is opened for it. */
export function rememberNights(path: string, nights: readonly Night[]): void {
  for (const night of nights) {
    const database = openHistory(path, { create: true });
    try {
      recordNight(database, night, (tonight, known) => compare(tonight, known, undefined));
    } finally {
      database.close();
    }
  }
}
