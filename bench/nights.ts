import { copyFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { compare } from '../changes/compare.ts';
import { figuresOf } from '../changes/figures.ts';
import { tonightOf } from '../changes/tonight.ts';
import { openHistory } from '../history/open-history.ts';
import { recordNight } from '../history/record-night.ts';
import type { Report } from '../verdicts/report.ts';
import { ended, firstLine, start } from './children.ts';
import { reportIn, timeCli } from './cli-runs.ts';
import { type Spread, spreadOf } from './spread.ts';

/** How many nights a long history holds, and how often one more is added to a copy of it. */
export const NIGHTS = { remembered: 1000, rounds: 5 } as const;

/** What a night costs beside the run, with few nights before it and with many. */
export interface Nights {
  /** Milliseconds to open the history, compare, remember and read the trends. */
  readonly first: Spread;
  readonly last: Spread;
  /** Milliseconds to draw the charts and render the page, the plotting library loaded. */
  readonly page: Spread;
  readonly pageBytes: number;
  readonly historyBytes: number;
}

const CHILD = fileURLToPath(new URL('night.child.ts', import.meta.url));

interface NightCost {
  readonly historyMs: number;
  readonly pageMs: number;
  readonly pageBytes: number;
}

/** Remembers many nights, each like a run against the mock tenant as observed, and measures one more. */
export async function measureNights(folder: string, progress: (line: string) => void): Promise<Nights> {
  progress('a thousand nights');
  await timeCli(['run', '--target', 'mock:observed', '--report-dir', folder]);
  const report = (await reportIn(folder)) as Report;
  const path = join(folder, 'last-night.json');
  await writeFile(path, JSON.stringify(report));
  const [short, long] = [join(folder, 'short.db'), join(folder, 'long.db')];
  remember(report, short, 1);
  remember(report, long, NIGHTS.remembered);
  const costs: { readonly first: NightCost; readonly last: NightCost }[] = [];
  for (let round = 0; round < NIGHTS.rounds; round += 1) {
    costs.push({ first: await oneMore(short, path), last: await oneMore(long, path) });
  }
  return {
    first: spreadOf(costs.map(({ first }) => first.historyMs)),
    last: spreadOf(costs.map(({ last }) => last.historyMs)),
    page: spreadOf(costs.map(({ last }) => last.pageMs)),
    pageBytes: Math.max(...costs.map(({ last }) => last.pageBytes)),
    historyBytes: statSync(long).size,
  };
}

/** Nights before the report's own, each a day apart; every seventh lacks the known deviations, so that states change. */
function remember(report: Report, path: string, count: number): void {
  const database = openHistory(path, { create: true });
  // A bench need not outlive a power cut.
  database.exec('PRAGMA synchronous = OFF');
  for (let night = count; night > 0; night -= 1) {
    const startedAt = new Date(Date.parse(report.startedAt) - night * 86_400_000).toISOString();
    const requirements =
      night % 7 === 0 ? report.requirements.map((each) => ({ ...each, causes: [] })) : report.requirements;
    const dated = { ...report, startedAt, requirements };
    const planned = new Set(report.cases.map(({ id }) => id));
    const tonight = tonightOf(dated, { target: 'bench', planned });
    recordNight(database, { report: dated, tonight, figures: figuresOf(dated) }, (now, known) =>
      compare(now, known, undefined),
    );
  }
  database.close();
}

/** Adds a night to a copy of a history, in a process of its own, as a job does. */
async function oneMore(history: string, report: string): Promise<NightCost> {
  const copy = `${history}.copy`;
  copyFileSync(history, copy);
  const child = start({ name: 'one more night', args: [CHILD, copy, report], output: 'pipe' });
  const said = await firstLine(child);
  if ((await ended(child)) !== 0) throw new Error(`one more night failed: ${child.lastWords()}`);
  return JSON.parse(said) as NightCost;
}
