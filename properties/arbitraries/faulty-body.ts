import * as fc from 'fast-check';

import type { JsonObject } from '../../contracts/pointer.ts';
import { edited, EMPTY, malformed, type FaultyBody } from '../faults/faulty-body.ts';
import { type FaultPlace, faultPlaces, isDescriptive } from '../faults/fault-places.ts';
import { grown } from '../faults/grown.ts';
import { placesIn, standsOn } from '../faults/places-in.ts';
import { faultVariation } from './fault-variation.ts';
import { syntaxVariation } from './syntax-variation.ts';

/** A faulty body beside the valid one that it is an edit of. */
export interface FaultyPair {
  readonly valid: JsonObject;
  readonly faulty: FaultyBody;
}

/**
 * Valid bodies with one fault each, in any place that the contract constrains, or in the bytes themselves. Every body
 * is proved when it is made, after each step of shrinking too; a fault keeps its kind and its place while all that it
 * does not need shrinks away.
 */
export function faultyBody(bodies: fc.Arbitrary<JsonObject>): fc.Arbitrary<FaultyPair> {
  return fc.oneof(
    ...faultPlaces().map((place) => ({
      weight: isDescriptive(place.at) ? 1 : 3,
      arbitrary: editedBody(bodies, place),
    })),
    { weight: 12, arbitrary: malformedBody(bodies) },
    { weight: 1, arbitrary: bodies.map((valid) => ({ valid, faulty: malformed(valid, EMPTY) })) },
  );
}

function editedBody(bodies: fc.Arbitrary<JsonObject>, place: FaultPlace): fc.Arbitrary<FaultyPair> {
  return fc.tuple(bodies, faultVariation(place), fc.nat()).map(([body, variation, pick]) => {
    const valid = grown(body, standsOn(place));
    const everywhere = placesIn(valid, place);
    const at = everywhere[pick % everywhere.length]?.at ?? place.at;
    return { valid, faulty: edited({ ...place, at }, variation(valid, at), valid) };
  });
}

const malformedBody = (bodies: fc.Arbitrary<JsonObject>): fc.Arbitrary<FaultyPair> =>
  fc
    .tuple(bodies, syntaxVariation())
    .map(([valid, variation]) => ({ valid, faulty: malformed(valid, variation(valid)) }));
