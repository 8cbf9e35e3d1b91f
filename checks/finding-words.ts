import { isList } from '../contracts/pointer.ts';
import type { Json } from '../contracts/expectation.ts';
import { shown } from './judgement.ts';

/** What a keyword of JSON Schema has against a value, in words. */
export interface Words {
  /** One sentence that names the place. */
  readonly message: string;
  /** What should have been there. */
  readonly expected: string;
}

/** A breach as ajv tells it: the keyword, its own parameters, and the place of the value. */
export interface Breach {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** JSON Pointer to the value; for a property that may not be there, to that. */
  readonly path: string;
}

/**
 * The sentences for every keyword that the contract's schemas use. They stand on ajv's parameters alone, so that they
 * read the same whoever validates.
 */
const SENTENCES: Readonly<Record<string, (at: string, params: Breach['params']) => Words>> = {
  type: (at, { type }) => {
    const types = (isList(type as Json) ? (type as readonly unknown[]) : [type]).map((each) =>
      named(String(each)),
    );
    return { message: `${at} is not ${types.join(' or ')}`, expected: types.join(' or ') };
  },
  enum: (at, { allowedValues }) => ({
    message: `${at} is none of the documented values`,
    expected: `one of ${shown(allowedValues)}`,
  }),
  format: (at, { format }) => ({
    message: `${at} is not a valid ${String(format)}`,
    expected: `a valid ${String(format)}`,
  }),
  required: (at, { missingProperty }) => ({
    message: `${at} has no property \`${String(missingProperty)}\``,
    expected: `the property \`${String(missingProperty)}\``,
  }),
  additionalProperties: (at) => ({ message: `${at} is documented nowhere`, expected: 'no such property' }),
  minItems: (at, { limit }) => ({
    message: `${at} has fewer than ${counted(limit, 'item')}`,
    expected: `${counted(limit, 'item')} at least`,
  }),
  maxItems: (at, { limit }) => ({
    message: `${at} has more than ${counted(limit, 'item')}`,
    expected: `${counted(limit, 'item')} at most`,
  }),
  minLength: (at, { limit }) => ({
    message: `${at} is shorter than ${counted(limit, 'character')}`,
    expected: `${counted(limit, 'character')} at least`,
  }),
};

/** Keywords that have a sentence. */
export const WORDED: readonly string[] = Object.keys(SENTENCES);

/** What is wrong with a value, in a whole sentence. */
export function wordsOf({ keyword, params, path }: Breach): Words {
  const at = path === '' ? 'the body' : path;
  const sentence = Object.hasOwn(SENTENCES, keyword) ? SENTENCES[keyword] : undefined;
  return sentence === undefined
    ? { message: `${at} breaks \`${keyword}\``, expected: `what \`${keyword}\` allows` }
    : sentence(at, params);
}

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  null: 'null',
  number: 'a number',
  object: 'an object',
  string: 'a string',
};

const named = (type: string): string => TYPES[type] ?? type;

const counted = (limit: unknown, noun: string): string => `${String(limit)} ${noun}${limit === 1 ? '' : 's'}`;
