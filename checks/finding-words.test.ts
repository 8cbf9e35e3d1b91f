import { describe, expect, it } from 'vitest';

import type { Json } from '../contracts/expectation.ts';
import { isList, isObject } from '../contracts/pointer.ts';
import { schemaFiles } from '../contracts/schema-files.ts';
import { WORDED, wordsOf } from './finding-words.ts';

/** Keywords that put schemas together, or demand nothing. */
const SILENT = new Set([
  '$schema',
  '$id',
  '$ref',
  '$comment',
  'title',
  'description',
  'examples',
  'default',
  'properties',
  'items',
]);

/** Every keyword of a schema and of those within it; names of properties are none. */
function* keywordsIn(schema: Json, isSchema = true): Iterable<string> {
  if (isList(schema)) for (const each of schema) yield* keywordsIn(each);
  if (!isObject(schema)) return;
  for (const [name, value] of Object.entries(schema)) {
    if (isSchema && !SILENT.has(name)) yield name;
    if (['properties', 'items'].includes(name) || !isSchema) yield* keywordsIn(value, name !== 'properties');
  }
}

it('every keyword of the schemas has a sentence, and none is there in vain', () => {
  const used = new Set(Object.values(schemaFiles).flatMap((schema) => [...keywordsIn(schema)]));
  expect([...used].toSorted()).toEqual([...WORDED].toSorted());
});

describe('a sentence is whole', () => {
  it.each([
    ['type', { type: 'string' }, '/a is not a string', 'a string'],
    ['type', { type: ['object', 'null'] }, '/a is not an object or null', 'an object or null'],
    ['type', { type: 'integer' }, '/a is not a whole number', 'a whole number'],
    ['type', { type: 'boolean' }, '/a is not true or false', 'true or false'],
    ['enum', { allowedValues: ['x', 'y'] }, '/a is none of the documented values', 'one of ["x","y"]'],
    ['format', { format: 'date-time' }, '/a is not a valid date-time', 'a valid date-time'],
    ['required', { missingProperty: 'id' }, '/a has no property `id`', 'the property `id`'],
    ['additionalProperties', { additionalProperty: 'a' }, '/a is documented nowhere', 'no such property'],
    ['minItems', { limit: 1 }, '/a has fewer than 1 item', '1 item at least'],
    ['maxItems', { limit: 2 }, '/a has more than 2 items', '2 items at most'],
    ['minLength', { limit: 1 }, '/a is shorter than 1 character', '1 character at least'],
    ['toString', {}, '/a breaks `toString`', 'what `toString` allows'],
  ])('%s %j', (keyword, params, message, expected) => {
    expect(wordsOf({ keyword, params, path: '/a' })).toEqual({ message, expected });
    expect(wordsOf({ keyword, params, path: '' }).message).toBe(message.replace('/a', 'the body'));
  });
});
