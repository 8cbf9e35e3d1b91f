import type { Json } from '../../contracts/expectation.ts';
import type { JsonObject } from '../../contracts/pointer.ts';

/** The keywords of JSON Schema that bound a value. */
export const LIMITS = [
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
];

/** A bound of a schema. In OpenAPI 3.0 an exclusive bound is a word beside the bound. */
export function limitOf(schema: JsonObject, name: string): readonly (readonly [string, Json])[] {
  const value = schema[name];
  if (value === undefined || value === false) return [];
  if (name === 'exclusiveMinimum' || name === 'exclusiveMaximum') {
    const bound = value === true ? schema[name === 'exclusiveMinimum' ? 'minimum' : 'maximum'] : value;
    return bound === undefined ? [] : [[name, bound]];
  }
  if (name === 'minimum' && schema['exclusiveMinimum'] === true) return [];
  if (name === 'maximum' && schema['exclusiveMaximum'] === true) return [];
  return [[name, value]];
}

/** The bounds that hold by both: of two numbers, the one that allows less. */
export function tighter(
  one: ReadonlyMap<string, Json>,
  other: ReadonlyMap<string, Json>,
): ReadonlyMap<string, Json> {
  const limits = new Map([...other, ...one]);
  for (const [name, value] of one) {
    const beside = other.get(name);
    if (typeof value !== 'number' || typeof beside !== 'number') continue;
    if (/min/i.test(name)) limits.set(name, Math.max(value, beside));
    if (/max/i.test(name)) limits.set(name, Math.min(value, beside));
  }
  return limits;
}
