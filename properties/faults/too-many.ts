import type { Pointer } from '../../contracts/exercise.ts';
import type { Json } from '../../contracts/expectation.ts';
import { valueAt } from '../../contracts/pointer.ts';
import type { Operator, Variation } from './variation.ts';

/** Adds a second trigger where the contract allows one at a time: another one, and the same one again. */
export const tooMany: Operator = (twin, at) => [
  followedBy(twin, at, [{ id: 'credentials-exchange', version: 'v2' }], 'has two items'),
  followedBy(twin, at, [valueAt(twin, `${at}/0`) ?? null], 'has the same item twice'),
];

/** The first item of a list, and others after it. */
export function followedBy(
  twin: Json,
  at: Pointer,
  others: readonly Json[],
  words = `has ${others.length + 1} items`,
): Variation {
  const first = valueAt(twin, `${at}/0`);
  if (first === undefined) throw new Error(`nothing stands at ${at}/0 to put another item beside`);
  return { words, keyword: 'maxItems', edited: at, value: [first, ...others] };
}
