import type { Pointer } from '../../contracts/exercise.ts';
import { isObject, tokensOf, valueAt, type JsonObject } from '../../contracts/pointer.ts';
import { withValueAt } from './edit.ts';

/**
 * A valid body with whatever a place needs above and at it, taken from a `whole` one; nothing is added where it stands
 * already.
 */
export function grown(body: JsonObject, at: Pointer, whole: JsonObject): JsonObject {
  let current: JsonObject = body;
  let above = '';
  for (const token of tokensOf(at)) {
    above = `${above}/${token}`;
    const place = above as Pointer;
    if (valueAt(current, place) !== undefined) continue;
    const changed = withValueAt(current, place, valueAt(whole, place));
    if (isObject(changed)) current = changed;
  }
  return current;
}
