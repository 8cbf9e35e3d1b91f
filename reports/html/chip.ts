import type { Verdict } from '../../verdicts/verdict.ts';
import { VERDICT_WORDS } from '../verdict-words.ts';
import { markup, type Html } from './markup.ts';

/** A verdict as a small label; its colour repeats what its word says. */
export function chip(verdict: Verdict): Html {
  return markup`<span class="chip ${verdict}">${VERDICT_WORDS[verdict].label}</span>`;
}
