import { schemaAt } from '../request-schema.ts';
import type { Operator } from './variation.ts';

/** Puts a string where the contract lists strings and this is none of them: unknown, in another case, empty. */
export const outsideEnum: Operator = (_twin, at) => {
  const [known] = (schemaAt(at)['enum'] ?? []) as readonly string[];
  if (known === undefined) throw new Error(`the request schema has no enum at ${at}`);
  return ['conformance-unknown', known.toUpperCase(), ''].map((value) => ({
    words: `is ${JSON.stringify(value)}, which is none of the documented values`,
    keyword: 'enum',
    edited: at,
    value,
  }));
};
