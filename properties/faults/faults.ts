import type { CreateActionRequest } from '../arbitraries/create-action-request.ts';
import { proveValid } from '../guard.ts';
import { faultPlaces } from './fault-places.ts';
import { edited, EMPTY, malformed } from './faulty-body.ts';
import { faultyRequestOf, type FaultyRequest } from './faulty-request.ts';
import { malformedJson } from './malformed-json.ts';
import { OPERATORS } from './operators.ts';
import { OVERFLOWS, overflowing } from './overflowing.ts';
import { placesIn } from './places-in.ts';

/**
 * Every fault worth trying one by one on a valid body: for each place in it that the contract constrains, at any depth,
 * and in every item of its lists, each with what breaks it; then a number that overflows, and bodies that are no JSON.
 * Each has just that fault.
 *
 * @throws Error when the body is not valid.
 */
export function faults(valid: CreateActionRequest): readonly FaultyRequest[] {
  proveValid(valid);
  const seen = faultPlaces()
    .flatMap((place) => placesIn(valid, place))
    .flatMap((place) =>
      OPERATORS[place.operator](valid, place.at).map((variation) => edited(place, variation, valid)),
    );
  const overflow = overflowing({ at: '/name', operator: 'wrong-type' }, OVERFLOWS[0], valid);
  const unreadable = [...malformedJson(valid), EMPTY].map((variation) => malformed(valid, variation));
  return [...seen, overflow, ...unreadable].map((faulty) => faultyRequestOf(faulty, valid));
}
