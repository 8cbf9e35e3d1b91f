import type { Change } from '../changes/change.ts';
import { NIGHT_WORDS, STATE_WORDS } from './night-words.ts';
import { clip } from './clip.ts';
import { visibleLine } from './visible.ts';

const MOST_SHOWN = 10;
const LONGEST_LINE = 300;

/** A message that Slack, and whatever takes Slack's webhooks, can show. */
export interface SlackMessage {
  readonly text: string;
}

/** What a channel is told of a regression. */
export function slackMessage({ deviations, summary, target, verdict }: Change): SlackMessage {
  const regressions = deviations.filter(({ regression }) => regression);
  const rest = regressions.length - MOST_SHOWN;
  return {
    text: [
      `*${NIGHT_WORDS[verdict]}* of ${safe(target)}: ${safe(summary)}`,
      ...regressions
        .slice(0, MOST_SHOWN)
        .map(
          ({ state, level, cause, message }) =>
            `• ${STATE_WORDS[state].label} ${level} ${safe(cause)}: ${safe(message)}`,
        ),
      ...(rest > 0 ? [`and ${rest} more in the report`] : []),
    ].join('\n'),
  };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Untrusted text on a line: what the target sent cannot mention a channel or make a link. */
const safe = (text: string): string =>
  visibleLine(clip(text, LONGEST_LINE)).replaceAll(/[&<>]/g, (character) => ENTITIES[character] ?? '');
