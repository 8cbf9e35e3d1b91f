import { expect, test } from 'vitest';

import type { Json } from '../../contracts/expectation.ts';
import { either, ownShape } from './shape.ts';

const shapeOf = (value: Json) => ownShape({ value, document: 'openapi.json' });

test.each<[Json, readonly string[]]>([
  [{ enum: ['a', 'b'] }, ['string']],
  [{ const: true }, ['boolean']],
  [{ enum: [1, 'a', null] }, ['integer', 'null', 'string']],
  [{ enum: [1, 2.5] }, ['number']],
  [{ const: [] }, ['array']],
  [{ type: 'string', enum: [1] }, ['string']],
  [{ description: 'anything' }, []],
])('the values of %j say of which types they are', (value, types) => {
  expect(shapeOf(value).types).toEqual(types);
});

test('constants as alternatives are an enum', () => {
  const shape = either(shapeOf({ const: 'a', title: 'A' }), shapeOf({ const: 'b' }));
  expect(shape).toMatchObject({ types: ['string'], values: ['a', 'b'] });
});
