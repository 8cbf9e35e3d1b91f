import type { Json } from '../../contracts/expectation.ts';
import { schemaAt } from '../request-schema.ts';
import type { Operator } from './variation.ts';

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
  boolean: [{ ...string, value: 'true' }, { ...integer, value: 1 }, SAMPLES.null, array, object],
  array: [object, SAMPLES.null, string, integer, boolean],
  object: [array, SAMPLES.null, string, integer, boolean],
};

/** Puts a value of every other JSON type where the contract wants one type. */
export const wrongType: Operator = (_twin, at) => {
  const { type } = schemaAt(at);
  const samples = typeof type === 'string' ? CONFUSIONS[type] : undefined;
  if (typeof type !== 'string' || samples === undefined)
    throw new Error(`the request schema has no type at ${at}`);
  const wanted = /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
  return samples.map(({ words, value }) => ({
    words: `is ${words} instead of ${wanted}`,
    keyword: 'type',
    edited: at,
    value,
  }));
};
