import { expect, it } from 'vitest';

import type { Json } from '../contracts/expectation.ts';
import { firstDifference } from './first-difference.ts';

it.each<[Json | undefined, Json | undefined, string]>([
  [1, 2, ''],
  [{ a: 1 }, { a: 2 }, '/a'],
  [{ a: { b: 1, c: 2 } }, { a: { b: 1 } }, '/a/c'],
  [{ a: 1, b: 1 }, { a: 2, b: 2 }, ''],
  [[{ a: 1, b: 1 }], [{ b: 1 }], '/0/a'],
  [
    [
      { a: 1, b: 1 },
      { a: 2, b: 2 },
    ],
    [{ b: 1 }, { b: 2 }],
    '/0/a',
  ],
  [[1, 2], [1], ''],
  [[1], { 0: 1 }, ''],
  [{ a: 1 }, undefined, ''],
])('%j and %j differ at %j', (one, other, path) => {
  expect(firstDifference(one, other).path).toBe(path);
  expect(firstDifference(one, other, '/x').path).toBe(`/x${path}`);
});
