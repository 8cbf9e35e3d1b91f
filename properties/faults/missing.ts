import type { Operator } from './variation.ts';

/** Takes a required property away. */
export const missing: Operator = (_twin, at) => [
  { words: 'is missing', keyword: 'required', edited: at, value: undefined },
];
