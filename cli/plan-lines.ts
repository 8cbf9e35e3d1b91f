import { planFor } from '../properties/plan.ts';
import { costOfAll } from '../properties/cost.ts';
import type { Depth } from '../contracts/exercise.ts';
import type { Requirement } from '../contracts/requirement.ts';
import { AT_RANDOM } from '../runner/run.ts';

/** What a free tenant allows: so many requests at once, and so many more a second (Auth0's rate limit policy). */
const FREE = { burst: 10, perSecond: 2 };

interface Wanted {
  readonly requirements: readonly Requirement[];
  readonly depth: Depth;
  readonly seed: number;
  readonly maxLive: number;
  /** Requests for what is drawn at random; what the depth says, when absent. */
  readonly explore?: number;
}

/**
 * What a run with these settings is going to send, in words.
 *
 * @param limit what the tenant allows at once, where that is known.
 */
export function planLines(
  { requirements, depth, seed, maxLive, explore = AT_RANDOM[depth] }: Wanted,
  limit = FREE.burst,
): readonly string[] {
  // As the run itself: quick is the least that exercises every MUST.
  const wanted = depth === 'quick' ? requirements.filter(({ level }) => level === 'MUST') : requirements;
  const { cases } = planFor(wanted, depth, seed);
  const { requests, total } = costOfAll(cases);
  const kinds = Object.entries(requests).filter(([, count]) => count > 0);
  const seconds = Math.max(0, Math.ceil((total + explore - limit) / FREE.perSecond));
  return [
    `${depth}: ${cases.length} cases, ${total} requests (${kinds.map(([kind, count]) => `${count} ${kind}`).join(', ')})`,
    `creates ${requests.create} actions one after the other, at most ${maxLive} on the tenant at a time, and deletes each`,
    ...(explore > 0 ? [`and up to ${explore} requests more for what is drawn at random`] : []),
    `takes about ${minutes(seconds)} where ${limit} requests at once and ${FREE.perSecond} a second are allowed, and as long as builds take on top`,
  ];
}

const minutes = (seconds: number): string =>
  seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
