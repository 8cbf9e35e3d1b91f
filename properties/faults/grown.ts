import type { Pointer } from '../../contracts/exercise.ts';
import { isObject, tokensOf, valueAt, type JsonObject } from '../../contracts/pointer.ts';
import { validBody } from '../valid/body.ts';
import { withValueAt } from './edit.ts';

/** A valid body in which everything that the contract constrains is there. */
const WHOLE = validBody([
  'trigger:described',
  'dependencies:one',
  'deploy:false',
  'modules:one',
  'runtime:node22',
  'secrets:one',
]);

/** A valid body with whatever a place needs above and at it; nothing is added where it stands already. */
export function grown(body: JsonObject, at: Pointer): JsonObject {
  let current: JsonObject = body;
  let above = '';
  for (const token of tokensOf(at)) {
    above = `${above}/${token}`;
    const place = above as Pointer;
    if (valueAt(current, place) !== undefined) continue;
    const changed = withValueAt(current, place, valueAt(WHOLE, place));
    if (isObject(changed)) current = changed;
  }
  return current;
}
