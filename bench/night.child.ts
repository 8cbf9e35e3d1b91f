import { readFileSync } from 'node:fs';
import process from 'node:process';

import { compare } from '../changes/compare.ts';
import { figuresOf } from '../changes/figures.ts';
import { toResend } from '../changes/to-resend.ts';
import { tonightOf } from '../changes/tonight.ts';
import { TREND_NIGHTS } from '../changes/trends.ts';
import type { Report } from '../verdicts/report.ts';

// Does for one night what `nightly` does beside the run, and tells how long each part took.
const [, , history = '', path = ''] = process.argv;
const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
const facts = { target: 'bench', planned: new Set(report.cases.map(({ id }) => id)) };

const began = performance.now();
const { openHistory } = await import('../history/open-history.ts');
const { readKnown } = await import('../history/read-known.ts');
const { readTrends } = await import('../history/read-trends.ts');
const { recordNight } = await import('../history/record-night.ts');
const database = openHistory(history, { create: true });
const tonight = tonightOf(report, facts);
toResend(tonight, readKnown(database, 'bench'));
const night = { report, tonight, figures: figuresOf(report) };
const change = recordNight(database, night, (now, known) => compare(now, known, undefined));
const trends = readTrends(database, 'bench', TREND_NIGHTS);
database.close();
const remembered = performance.now();
const { renderNight } = await import('../reports/render-night.ts');
const page = (await renderNight({ report, change, trends }, ['html'])).get('report.html') ?? '';
const rendered = performance.now();

process.stdout.write(
  JSON.stringify({
    historyMs: remembered - began,
    pageMs: rendered - remembered,
    pageBytes: Buffer.byteLength(page),
    nights: trends.length,
  }),
);
