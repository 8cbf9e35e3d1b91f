import { styleText } from 'node:util';

import type { Change, ChangedDeviation } from '../changes/change.ts';
import type { Report } from '../verdicts/report.ts';
import { day, deviationNotes, NIGHT_WORDS, STATE_WORDS } from './night-words.ts';
import { clip } from './clip.ts';
import type { ConsoleOptions } from './console.ts';
import { diagnosisLines } from './diagnosis-console.ts';
import { visibleLine } from './visible.ts';

const LONGEST_LINE = 200;
const MOST_SHOWN = 30;

/** The end of a night on one screen: what changed, and the causes of what is wrong, whether new or not. */
export function renderChangeConsole(
  change: Change,
  report: Report,
  { colour, files }: ConsoleOptions,
): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const tone = ({ regression: 'red', 'no-regression': 'green', 'not-judged': 'yellow' } as const)[
    change.verdict
  ];
  const told = change.deviations.filter(isNews);
  const { stale, expired } = change.baseline;
  return [
    `${paint(['bold', tone], NIGHT_WORDS[change.verdict])}. ${line(change.summary)}`,
    paint(
      'dim',
      line(
        `${change.target}, ${change.since === undefined ? 'its first night' : `since the night of ${day(change.since)}`}`,
      ),
    ),
    ...told
      .slice(0, MOST_SHOWN)
      .flatMap((each) => [
        '',
        `${paint(each.regression ? 'red' : 'bold', STATE_WORDS[each.state].label)} ${each.level} ${line(each.cause)}`,
        `  ${line(each.message)}`,
        ...deviationNotes(each).map((note) => paint('dim', `  ${line(note)}`)),
      ]),
    ...(told.length > MOST_SHOWN ? ['', `and ${told.length - MOST_SHOWN} more in the report`] : []),
    ...diagnosisLines(report, paint),
    ...(expired.length > 0 ? [''] : []),
    ...expired.map((each) => line(`expired on ${each.expires} (${each.owner}): ${each.cause}`)),
    ...(stale.length > 0 ? [''] : []),
    ...stale.map((each) =>
      line(`stale in the baseline, as it does not happen: ${each.cause} (${each.owner})`),
    ),
    '',
    ...files.map((file, index) => `${index === 0 ? 'Report:' : '       '} ${line(file)}`),
    '',
  ].join('\n');
}

/** What is still there and wakes nobody was told before. */
export const isNews = ({ state, regression }: ChangedDeviation): boolean =>
  state !== 'still-failing' || regression;

const line = (text: string): string => visibleLine(clip(text, LONGEST_LINE));
