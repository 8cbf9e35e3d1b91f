import * as fc from 'fast-check';

import type { JsonObject } from '../../contracts/pointer.ts';
import { edited, EMPTY, malformed, type FaultyBody } from '../faults/faulty-body.ts';
import { type FaultPlace, isDescriptive } from '../faults/fault-places.ts';
import { grown } from '../faults/grown.ts';
import { forbidsNumbers, OVERFLOWS, overflowing } from '../faults/overflowing.ts';
import { placesIn, standsOn } from '../faults/places-in.ts';
import { faultVariation } from './fault-variation.ts';
import { picked } from './picked.ts';
import { syntaxVariation } from './syntax-variation.ts';

/** A faulty body beside the valid one that it is an edit of. */
export interface FaultyPair {
  readonly valid: JsonObject;
  readonly faulty: FaultyBody;
}

/** What {@link faultyBody} draws from. */
export interface FaultyBodySources {
  /** Valid bodies. */
  readonly bodies: fc.Arbitrary<JsonObject>;
  /** Valid bodies with everything in them that a fault may be about, from which the others take what they lack. */
  readonly wholes: fc.Arbitrary<JsonObject>;
  /** The faults that a JSON Schema can see. */
  readonly places: readonly FaultPlace[];
  /** Whether to draw bytes as well that no JSON value stands for. */
  readonly syntax: boolean;
}

/**
 * Valid bodies with one fault each, in any place that the contract constrains, or in the bytes themselves. Every body
 * is proved when it is made, after each step of shrinking too; a fault keeps its kind and its place while all that it
 * does not need shrinks away.
 */
export function faultyBody(sources: FaultyBodySources): fc.Arbitrary<FaultyPair> {
  const { bodies, places, syntax } = sources;
  return fc.oneof(
    ...places.map((place) => ({
      weight: isDescriptive(place.at) ? 1 : 3,
      arbitrary: editedBody(place, sources),
    })),
    { weight: syntax ? 12 : 0, arbitrary: malformedBody(bodies) },
    { weight: syntax ? 2 : 0, arbitrary: overflowingBody(sources) },
    {
      weight: syntax ? 1 : 0,
      arbitrary: bodies.map((valid) => ({ valid, faulty: malformed(valid, EMPTY) })),
    },
  );
}

function editedBody(place: FaultPlace, { bodies, wholes }: FaultyBodySources): fc.Arbitrary<FaultyPair> {
  return fc.tuple(bodies, wholes, faultVariation(place), fc.nat()).map(([body, whole, variation, pick]) => {
    const valid = grown(body, standsOn(place), whole);
    const found = picked(placesIn(valid, place), pick);
    return { valid, faulty: edited(found, variation(valid, found.at), valid) };
  });
}

/** The place does not shrink: a fault keeps it. */
function overflowingBody({ bodies, wholes, places }: FaultyBodySources): fc.Arbitrary<FaultyPair> {
  const place = fc.noShrink(fc.constantFrom(...places.filter(forbidsNumbers)));
  return fc
    .tuple(bodies, wholes, place, fc.constantFrom(...OVERFLOWS), fc.nat())
    .map(([body, whole, wanted, digits, pick]) => {
      const valid = grown(body, standsOn(wanted), whole);
      return { valid, faulty: overflowing(picked(placesIn(valid, wanted), pick), digits, valid) };
    });
}

const malformedBody = (bodies: fc.Arbitrary<JsonObject>): fc.Arbitrary<FaultyPair> =>
  fc
    .tuple(bodies, syntaxVariation())
    .map(([valid, variation]) => ({ valid, faulty: malformed(valid, variation(valid)) }));
