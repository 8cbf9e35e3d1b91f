import type { Rejudged } from '../verdicts/report.ts';
import { VERDICT_WORDS } from './verdict-words.ts';

/** A verdict that changed: `request.name.echo: failed, now passed`. */
export function changeWords({ requirement, before, after }: Rejudged['changes'][number]): string {
  const was = before === undefined ? 'not judged before' : VERDICT_WORDS[before].label;
  return `${requirement}: ${was}, now ${VERDICT_WORDS[after].label}`;
}
