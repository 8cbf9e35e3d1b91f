import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Json } from '../contracts/expectation.ts';
import { both, inferred, schemaOf } from './infer-schema.ts';

const schemaFor = (...values: readonly Json[]): Json => {
  const [first = null, ...others] = values;
  return schemaOf(others.map(inferred).reduce((before, each) => both(before, each), inferred(first)));
};

test.each<[string, readonly Json[], Json]>([
  ['a word', ['x'], { type: 'string' }],
  ['whole numbers', [1, 2], { type: 'integer' }],
  ['numbers, some of them whole', [1, 2.5], { type: 'number' }],
  ['sometimes nothing', ['x', null], { type: ['string', 'null'] }],
  ['an empty list', [[]], { type: 'array' }],
  ['a list of two kinds', [['x', true]], { type: 'array', items: { type: ['string', 'boolean'] } }],
  [
    'objects that differ',
    [{ id: 'a' }, { id: 'b', number: 1 }],
    { type: 'object', properties: { id: { type: 'string' }, number: { type: 'integer' } } },
  ],
])('%s', (_, values, schema) => {
  expect(schemaFor(...values)).toEqual(schema);
});

test('an object whose keys are data is an object, and no more', () => {
  const map = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, index]));
  expect(schemaFor(map)).toEqual({ type: 'object' });
});

test('whatever was seen is valid by the schema that was inferred from it', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 }), (values) => {
      const all = values as readonly Json[];
      const validate = new Ajv2020({ strictTypes: false }).compile(schemaFor(...all) as object);
      expect(all.filter((value) => !validate(value))).toEqual([]);
    }),
    { seed: 7, numRuns: 60 },
  );
});
