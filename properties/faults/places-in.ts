import type { Pointer } from '../../contracts/exercise.ts';
import type { Json } from '../../contracts/expectation.ts';
import { childOf, tokensOf, valueAt } from '../../contracts/pointer.ts';
import { parentOf } from './edit.ts';
import type { FaultPlace } from './fault-places.ts';
import type { SchemaOperator } from './variation.ts';

/** Operators that take away from, or add to, what stands at their place; the others put something there. */
const NEED_A_VALUE: ReadonlySet<SchemaOperator> = new Set(['missing', 'too-many', 'unknown-property']);

/** What must stand in a body for a fault to be possible: the place itself, or what it is a part of. */
export const standsOn = ({ at, operator }: FaultPlace): Pointer =>
  at === '' || NEED_A_VALUE.has(operator) ? at : parentOf(at).parent;

/** The places in a body that a place of the contract stands for: one for each item of the lists on the way to it. */
export function placesIn(body: Json, place: FaultPlace): readonly FaultPlace[] {
  let places: readonly Pointer[] = [''];
  for (const token of tokensOf(place.at)) {
    places = places.flatMap((at) => {
      const list = valueAt(body, at);
      // An empty list can still be given its first item.
      const tokens = Array.isArray(list) && list.length > 0 ? [...list.keys()].map(String) : [token];
      return tokens.map((each) => childOf(at, each) as Pointer);
    });
  }
  return places.map((at) => ({ ...place, at })).filter((each) => valueAt(body, standsOn(each)) !== undefined);
}
