import { pieces } from '../backticks.ts';
import { markup, type Html } from './markup.ts';

/** A sentence with the words that it sets in backticks as code. */
export function prose(sentence: string): Html {
  return markup`${pieces(sentence).map(({ code, text }) => (code ? markup`<code>${text}</code>` : text))}`;
}
