import type { Pointer } from '../../contracts/exercise.ts';
import type { Json } from '../../contracts/expectation.ts';
import { schemaAt } from '../request-schema.ts';
import type { Operator, Variation } from './variation.ts';

interface Sample {
  readonly type: string;
  readonly words: string;
  readonly value: Json;
}

const SAMPLES = {
  null: { type: 'null', words: 'null', value: null },
  boolean: { type: 'boolean', words: 'a boolean', value: true },
  integer: { type: 'integer', words: 'a number', value: 7 },
  fraction: { type: 'number', words: 'a fraction', value: 1.5 },
  string: { type: 'string', words: 'a string', value: 'text' },
  array: { type: 'array', words: 'an array', value: [] },
  object: { type: 'object', words: 'an object', value: {} },
} as const satisfies Record<string, Sample>;

const { array, boolean, fraction, integer, object, string } = SAMPLES;

/** For each documented type every other one, the confusions that loosely typed servers let pass first. */
const CONFUSIONS: Readonly<Record<string, readonly Sample[]>> = {
  string: [integer, SAMPLES.null, boolean, array, object],
  integer: [string, fraction, SAMPLES.null, boolean, array, object],
  boolean: [{ ...string, value: 'true' }, SAMPLES.null, { ...integer, value: 1 }, array, object],
  array: [SAMPLES.null, object, string, integer, boolean],
  object: [string, array, SAMPLES.null, integer, boolean],
};

/** Puts a value of every other JSON type where the contract wants one type. */
export const wrongType: Operator = (_twin, at) => {
  const wanted = typeAt(at);
  return (CONFUSIONS[wanted] ?? []).map(({ words, value }) => wrongly(at, words, wanted, value));
};

/** Any value where the contract wants another type; the caller sees to it that it is one. */
export const wrongValue = (at: Pointer, value: Json): Variation =>
  wrongly(at, sampleLike(value).words, typeAt(at), value);

/** A number, by its digits, where the contract wants another type. */
export const wrongDigits = (at: Pointer, digits: string): Variation =>
  wrongly(at, digits, typeAt(at), digits);

/** Whether JSON Schema says of a value that it has a type. */
export function hasType(value: Json, type: string): boolean {
  const { type: own } = sampleLike(value);
  return own === type || (own === 'integer' && type === 'number');
}

/** The one type that the contract wants at a place. */
export function typeAt(at: Pointer): string {
  const { type } = schemaAt(at);
  if (typeof type !== 'string' || !(type in CONFUSIONS)) {
    throw new Error(`the request schema has no type at ${at}`);
  }
  return type;
}

function wrongly(at: Pointer, words: string, wanted: string, value: Json): Variation {
  const type = /^[aeiou]/.test(wanted) ? `an ${wanted}` : `a ${wanted}`;
  return { words: `is ${words} instead of ${type}`, keyword: 'type', edited: at, value };
}

function sampleLike(value: Json): Sample {
  if (value === null) return SAMPLES.null;
  if (Array.isArray(value)) return array;
  if (typeof value === 'number') return Number.isInteger(value) ? integer : fraction;
  if (typeof value === 'boolean') return boolean;
  return typeof value === 'string' ? string : object;
}
