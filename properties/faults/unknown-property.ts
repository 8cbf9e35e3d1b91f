import { childOf } from '../../contracts/pointer.ts';
import type { Operator } from './variation.ts';

/** Adds a property that the contract does not know to an object that it closes. */
export const unknownProperty: Operator = (_twin, at) =>
  ['conformance_unknown', 'Name'].map((property) => ({
    words: `has the unknown property \`${property}\``,
    keyword: 'additionalProperties',
    edited: childOf(at, property) as typeof at & `/${string}`,
    value: 'text',
  }));
