import type { Pointer } from '../../contracts/exercise.ts';
import type { Json } from '../../contracts/expectation.ts';
import { childOf } from '../../contracts/pointer.ts';
import type { Operator, Variation } from './variation.ts';

/** Adds a property that the contract does not know to an object that it closes. */
export const unknownProperty: Operator = (_twin, at) =>
  ['conformance_unknown', 'Name'].map((property) => unknown(at, property, 'text'));

/** A property of a closed object; the caller sees to it that the contract does not know it. */
export const unknown = (at: Pointer, property: string, value: Json): Variation => ({
  words: `has the unknown property \`${property}\``,
  keyword: 'additionalProperties',
  edited: childOf(at, property) as Pointer,
  value,
});
