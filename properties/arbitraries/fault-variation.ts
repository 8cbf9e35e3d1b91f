import * as fc from 'fast-check';

import type { Pointer } from '../../contracts/exercise.ts';
import { isObject, type JsonObject } from '../../contracts/pointer.ts';
import type { FaultPlace } from '../faults/fault-places.ts';
import { OPERATORS } from '../faults/operators.ts';
import { enumAt, outside } from '../faults/outside-enum.ts';
import { followedBy } from '../faults/too-many.ts';
import { unknown } from '../faults/unknown-property.ts';
import type { Variation } from '../faults/variation.ts';
import { hasType, typeAt, wrongValue } from '../faults/wrong-type.ts';
import { schemaAt } from '../request-schema.ts';
import { jsonValue } from './json-value.ts';
import { picked } from './picked.ts';
import { text } from './text.ts';
import { trigger } from './trigger.ts';

/** Makes the variation for a valid body, at a place that has been found in it. */
type VariationFor = (valid: JsonObject, at: Pointer) => Variation;

/**
 * Ways to break what a place forbids: those that the operator lists, and values that nobody would list. Whatever is
 * drawn stays a fault while it shrinks.
 */
export function faultVariation(place: FaultPlace): fc.Arbitrary<VariationFor> {
  const listed = fc.nat().map(
    (pick): VariationFor =>
      (valid, at) =>
        picked(OPERATORS[place.operator](valid, at), pick),
  );
  const drawn = drawnVariation(place);
  return drawn === undefined ? listed : fc.oneof(listed, drawn);
}

function drawnVariation({ at: place, operator }: FaultPlace): fc.Arbitrary<VariationFor> | undefined {
  switch (operator) {
    case 'wrong-type': {
      const wanted = typeAt(place);
      return jsonValue()
        .filter((value) => !hasType(value, wanted))
        .map((value) => (_, at) => wrongValue(at, value));
    }
    case 'outside-enum': {
      const known = enumAt(place);
      return fc
        .oneof(nearly(fc.constantFrom(...known)), text())
        .filter((value) => !known.includes(value))
        .map((value) => (_, at) => outside(at, value));
    }
    case 'unknown-property': {
      const { properties } = schemaAt(place);
      const known = Object.keys(isObject(properties) ? properties : {});
      const name = fc.oneof(fc.constantFrom(...INHERITED), nearly(fc.constantFrom(...known)), text());
      return fc
        .tuple(
          name.filter((each) => !known.includes(each)),
          jsonValue(),
        )
        .map(
          ([property, value]) =>
            (_, at) =>
              unknown(at, property, value),
        );
    }
    case 'too-many':
      return fc
        .array(trigger(), { minLength: 1, maxLength: 4 })
        .map((others) => (valid, at) => followedBy(valid, at, others));
    case 'missing':
    case 'too-few':
      return undefined;
  }
}

/** Names that every object in JavaScript has already: a property by one of them is unknown all the same. */
const INHERITED = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'] as const;

/** What lenient servers take for the same word. */
const nearly = (words: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      words,
      fc.constantFrom<(word: string) => string>(
        (word) => word.toUpperCase(),
        (word) => `${word} `,
        (word) => ` ${word}`,
        (word) => word.replaceAll(/[_-]([a-z])/g, (_, letter: string) => letter.toUpperCase()),
        (word) => `${word}\u200b`,
        (word) => word.replace('e', '\u0435'),
        (word) => word.slice(0, -1),
      ),
    )
    .map(([word, change]) => change(word));
