import * as fc from 'fast-check';

import type { Json } from '../../contracts/expectation.ts';
import { text } from './text.ts';

/** Numbers at which parsers and stores give up: greater than any integer they keep, next to nothing, negative zero. */
const EXTREMES = [
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  Number.MIN_VALUE,
  -0,
  1e21,
  2 ** 53,
  2 ** 64,
  -(2 ** 31) - 1,
] as const;

/** How deep a deeply nested value is; far below what makes a parser in this process fail. */
const DEPTHS = [100, 500] as const;

/** JSON values of every type, small ones and extreme ones: huge numbers, deeply nested arrays, awkward text. */
export function jsonValue(): fc.Arbitrary<Json> {
  const leaf: fc.Arbitrary<Json> = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(...EXTREMES),
    fc.boolean(),
    fc.constant(null),
    text({ controls: true }),
  );
  return fc.oneof(
    { weight: 6, arbitrary: leaf },
    { weight: 2, arbitrary: fc.array(leaf, { maxLength: 3 }) },
    {
      weight: 2,
      arbitrary: fc.dictionary(text({ maxLength: 8 }), leaf, { maxKeys: 3, noNullPrototype: true }),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(leaf, fc.constantFrom(...DEPTHS)).map(([core, depth]) => nested(core, depth)),
    },
  );
}

function nested(core: Json, depth: number): Json {
  let value = core;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}
