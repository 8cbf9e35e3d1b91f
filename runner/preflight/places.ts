import { valueAt } from '../../contracts/pointer.ts';
import { valueOf } from '../../checks/answer-body.ts';
import type { Exchange } from '../../driver/exchange.ts';

/** How many actions a tenant holds, unless it is allowed more (Auth0's entity limit policy). */
const PLACES = 100;

/** More than any tenant holds: what tells it counts something else. */
const ABSURD = 100_000;

/** How many actions a list says there are; `undefined` where it does not say, or what it says is none. */
export function actionsHeld(exchange: Exchange): number | undefined {
  const body = valueOf(exchange);
  const [total, actions] = [valueAt(body, '/total'), valueAt(body, '/actions')];
  if (!Array.isArray(actions)) return undefined;
  // The list of an empty tenant leaves the total out.
  if (total === undefined) return actions.length === 0 ? 0 : undefined;
  const isCount =
    typeof total === 'number' && Number.isInteger(total) && total >= actions.length && total < ABSURD;
  return isCount ? total : undefined;
}

/** What is known of the places for actions, in words. */
export function placesWords(held: number | undefined): string {
  if (held === undefined) return 'it does not say how many actions it holds';
  if (held < PLACES) return `${PLACES - held} of ${PLACES} places for actions are free`;
  return `it holds ${held} actions: where it may hold no more, a run creates none`;
}
