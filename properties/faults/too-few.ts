import type { Operator } from './variation.ts';

/** Empties a list that must have an item. */
export const tooFew: Operator = (_twin, at) => [
  { words: 'is empty', keyword: 'minItems', edited: at, value: [] },
];
