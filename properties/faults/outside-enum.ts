import type { Pointer } from '../../contracts/exercise.ts';
import { valueAt } from '../../contracts/pointer.ts';
import { schemaAt } from '../request-schema.ts';
import type { Operator, Variation } from './variation.ts';

/**
 * Puts a string where the contract lists strings and this is none of them: unknown, or a known one in another case, with
 * blanks at its ends, or written in another way; or none at all.
 */
export const outsideEnum: Operator = (twin, at) => {
  const standing = valueAt(twin, at);
  const known = typeof standing === 'string' ? standing : enumAt(at)[0];
  const values = ['conformance-unknown', known.toUpperCase(), ` ${known} `, known.replaceAll('-', '_'), ''];
  return values.map((value) => outside(at, value));
};

/** A string that the contract does not list; the caller sees to it that it is one. */
export const outside = (at: Pointer, value: string): Variation => ({
  words: `is ${JSON.stringify(value)}, which is none of the documented values`,
  keyword: 'enum',
  edited: at,
  value,
});

/** The strings that the contract lists at a place. */
export function enumAt(at: Pointer): readonly [string, ...string[]] {
  const [first, ...others] = (schemaAt(at)['enum'] ?? []) as readonly string[];
  if (first === undefined) throw new Error(`the request schema has no enum at ${at}`);
  return [first, ...others];
}
