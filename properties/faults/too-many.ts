import { valueAt } from '../../contracts/pointer.ts';
import type { Operator } from './variation.ts';

/** Adds a second trigger where the contract allows one at a time: another one, and the same one again. */
export const tooMany: Operator = (twin, at) => {
  const first = valueAt(twin, `${at}/0`);
  if (first === undefined) throw new Error(`nothing stands at ${at}/0 to put a second item beside`);
  return [
    { words: 'has two items', second: { id: 'credentials-exchange', version: 'v2' } },
    { words: 'has the same item twice', second: first },
  ].map(({ words, second }) => ({ words, keyword: 'maxItems', edited: at, value: [first, second] }));
};
