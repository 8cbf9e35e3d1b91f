import type { Change, ChangedDeviation } from '../changes/change.ts';
import { isNews } from './change-console.ts';
import { day, deviationNotes, NIGHT_WORDS, STATE_WORDS } from './night-words.ts';
import { clip } from './clip.ts';
import { code, plain, table } from './markdown-text.ts';

const MOST_ROWS = 100;
const LONGEST_MESSAGE = 300;

/** What changed since the last night, for the top of the summary of a job. */
export function renderChangeMarkdown(change: Change): string {
  const { baseline, deviations, since, summary, target, verdict } = change;
  const news = deviations.filter(isNews);
  const rest = news.length - MOST_ROWS;
  const parts = [
    `## ${NIGHT_WORDS[verdict]}: ${code(target)}`,
    `${plain(summary)} ${since === undefined ? 'This is its first night.' : `Compared with the night of ${day(since)}.`}`,
    ...(news.length === 0
      ? []
      : [table(['', 'Level', 'Deviation', 'What was seen'], news.slice(0, MOST_ROWS).map(row))]),
    ...(rest > 0 ? [`And ${rest} more in the full report.`] : []),
    ...baseline.expired.map(
      (each) => `- Expired on ${plain(each.expires)}, owner ${plain(each.owner)}: ${code(each.cause)}`,
    ),
    ...baseline.stale.map(
      (each) => `- Stale in the baseline, owner ${plain(each.owner)}: ${code(each.cause)}`,
    ),
  ];
  return `${parts.join('\n\n')}\n\n`;
}

function row(deviation: ChangedDeviation): readonly string[] {
  const { state, level, cause, message, regression } = deviation;
  const label = STATE_WORDS[state].label;
  return [
    regression ? `<b>${label}</b>` : label,
    level,
    code(cause),
    [message, ...deviationNotes(deviation)].map((text) => plain(clip(text, LONGEST_MESSAGE))).join('<br>'),
  ];
}
