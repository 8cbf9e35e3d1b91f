import * as fc from 'fast-check';

import type { JsonObject } from '../../contracts/pointer.ts';
import { malformedJson } from '../faults/malformed-json.ts';
import type { SyntaxVariation } from '../faults/variation.ts';
import { picked } from './picked.ts';

/** What may not follow a JSON text. */
const TAILS = [',', '}', ']', '\u0000', ' null', '{}', ';', '// end', '/* end */'] as const;

/** What may not stand before one. */
const HEADS = ['// start\n', '/* start */', ")]}',\n", 'body=', '\u00a0', "'", ','] as const;

/** Values that JavaScript knows and JSON does not. */
const VALUES = [
  'NaN',
  'Infinity',
  'undefined',
  "'text'",
  '07',
  '+1',
  '.5',
  '1.',
  '0x1f',
  '"\\x41"',
  '"\n"',
] as const;

/** Makes bytes that are no JSON of the JSON of a valid body, which is an object. */
type Breaker = (text: string) => SyntaxVariation;

/** Ways to break the JSON of a body, at the level of its bytes. */
export function syntaxVariation(): fc.Arbitrary<(valid: JsonObject) => SyntaxVariation> {
  const breakers: fc.Arbitrary<Breaker> = fc.oneof(
    // An object is complete with its last character and not before, so that every shorter text is broken.
    fc.nat().map((cut): Breaker => (text) => ({
      words: 'breaks off before its end',
      text: text.slice(0, text.length - 1 - (cut % (text.length - 1))),
    })),
    fc.constantFrom(...TAILS).map((tail): Breaker => (text) => ({
      words: `is followed by ${JSON.stringify(tail)}`,
      text: `${text}${tail}`,
    })),
    fc.constantFrom(...HEADS).map((head): Breaker => (text) => ({
      words: `is preceded by ${JSON.stringify(head)}`,
      text: `${head}${text}`,
    })),
    fc.constantFrom(...VALUES).map((value): Breaker => (text) => ({
      words: `has the value ${JSON.stringify(value)}, which is no JSON`,
      text: `${text.slice(0, -1)},"deploy":${value}}`,
    })),
  );
  const listed = fc.nat().map((pick) => (valid: JsonObject) => picked(malformedJson(valid), pick));
  return fc.oneof(
    listed,
    breakers.map((breaker) => (valid: JsonObject) => breaker(JSON.stringify(valid))),
  );
}
