import type { Exchange } from '../driver/exchange.ts';
import type { Memory } from './memory.ts';

/** One way in which an exchange breaks an expectation. */
export interface Finding {
  /** One sentence: what was expected and what was there instead. */
  readonly message: string;
  /** JSON Pointer into the answer's body, `header <name>`, or `status`. */
  readonly path: string;
  /** What sort of breach it is, such as a keyword of JSON Schema: the same word whatever the values at fault. */
  readonly kind: string;
  readonly expected: string;
  readonly actual: string;
}

/** What judging an expectation on an exchange came to. */
export type Judgement =
  /** Kept. `observed` is false where nothing could have broken it, such as the type of an absent property. */
  | { readonly outcome: 'held'; readonly observed: boolean }
  | { readonly outcome: 'broken'; readonly findings: readonly Finding[] }
  /** The exchange should have shown it and could not, for this reason. */
  | { readonly outcome: 'unjudged'; readonly reason: string }
  /** No answer came, for this reason, and so nothing was kept or broken. */
  | { readonly outcome: 'unanswered'; readonly why: string }
  /** Information that demands nothing. */
  | { readonly outcome: 'told'; readonly note: string };

/** An exchange with what must be known besides to judge it. */
export interface Evidence {
  readonly exchange: Exchange;
  /** The exchanges of the same case before it, in order. */
  readonly earlier: readonly Exchange[];
  /** What all exchanges before it have shown. */
  readonly memory: Memory;
  /** Values of secrets that the run sends, and that no answer may hold. */
  readonly secrets: readonly string[];
  /** Names of the actions that refused requests asked for. */
  readonly refusedNames: ReadonlySet<string>;
}

const OBSERVED: Judgement = { outcome: 'held', observed: true };
const UNOBSERVED: Judgement = { outcome: 'held', observed: false };

export const held = (observed = true): Judgement => (observed ? OBSERVED : UNOBSERVED);

export const unjudged = (reason: string): Judgement => ({ outcome: 'unjudged', reason });

export const broken = (...findings: readonly Finding[]): Judgement => ({ outcome: 'broken', findings });

/** Whether a judgement says nothing of a requirement, and so counts only where it was to be shown. */
export const showsNothing = (judgement: Judgement): boolean =>
  judgement.outcome === 'unjudged' || (judgement.outcome === 'held' && !judgement.observed);

/** A value as a finding shows it: JSON, or the word for nothing. */
export const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/** The beginning of a text. It never ends within a word: a secret is there whole, and will be masked, or not at all. */
export const beginning = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length).replace(/[\w.+/=~%-]+$/, '')}…` : text;

/** Broken with one finding where a condition does not hold. */
export function heldIf(condition: boolean, finding: () => Finding): Judgement {
  return condition ? held() : broken(finding());
}
