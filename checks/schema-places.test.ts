import { expect, test } from 'vitest';

import type { Json } from '../contracts/expectation.ts';
import { answerSchemas } from './answer-schemas.ts';
import { placeOf, sightings } from './schema-places.ts';
import { fullValue, routesThrough } from './example-routes.ts';

/** The places that an action reaches, each once. */
const placesReached = (action: Json): ReadonlySet<string> =>
  new Set(sightings(answerSchemas.action, action).map(({ place }) => place));

test('a place is the name of the file and the pointer into it', () => {
  expect(placeOf(answerSchemas.action)).toBe('action#');
  expect(placeOf(answerSchemas.trigger)).toBe('trigger#');
  for (const name of ['action', 'error'] as const) {
    for (const { schema, place } of routesThrough(answerSchemas[name], `${name}#`)) {
      expect(placeOf(schema)).toBe(place);
    }
  }
});

test('a schema that is not registered has no place', () => {
  expect(() => placeOf({ type: 'string' })).toThrow('a schema that is not registered');
});

test('a full answer reaches every place, through lists and references', () => {
  const places = [...routesThrough(answerSchemas.action, 'action#')].map(({ place }) => place);
  const reached = placesReached(fullValue(answerSchemas.action));
  expect([...reached].toSorted()).toEqual([...new Set(places)].toSorted());
});

test('an answer reaches what it has and nothing else', () => {
  const reached = placesReached({ id: 1, secrets: [{}, { name: null }] });
  expect([...reached]).toEqual([
    'action#',
    'action#/properties/id',
    'action#/properties/secrets',
    'action#/properties/secrets/items',
    'secret-answer#',
    'secret-answer#/properties/name',
  ]);
});

test('what is of another type than its schema says reaches nothing below', () => {
  expect([...placesReached({ secrets: { name: 'x' } })]).toEqual(['action#', 'action#/properties/secrets']);
  expect([...placesReached([{ id: 'x' }])]).toEqual(['action#']);
});
