import type { Case } from '../properties/case.ts';
import { costOfAll } from '../properties/cost.ts';
import { planWithoutModules } from '../properties/plan.ts';
import { shardOf } from '../properties/shard.ts';
import type { Depth } from '../contracts/exercise.ts';
import type { Requirement } from '../contracts/requirement.ts';
import { planOf } from '../runner/plan-of.ts';
import type { Session } from '../runner/session.ts';
import { AT_RANDOM } from '../runner/run.ts';
import type { Shard } from '../verdicts/report.ts';

/** What a free tenant allows: so many requests at once, and so many more a second (Auth0's rate limit policy). */
const FREE = { burst: 10, perSecond: 2 };

interface Wanted {
  readonly requirements: readonly Requirement[];
  readonly depth: Depth;
  readonly maxLive: number;
  /** Without a limit, when absent. */
  readonly maxRequests?: number;
  readonly maxCreates?: number;
  /** What is known of the target, where it was asked: what it lacks is not sent. */
  readonly session?: Session;
  /** Counterexamples of earlier runs, which are sent first. */
  readonly corpus?: readonly Case[];
  /** The part of the plan that is sent; all of it, when absent. */
  readonly shard?: Shard | undefined;
  /** Requests for what is drawn at random; what the depth says, when absent. */
  readonly explore?: number;
}

/**
 * What a run with these settings is going to send, in words.
 *
 * @param limit what the tenant allows at once, where that is known.
 */
export function planLines(
  {
    requirements,
    depth,
    maxLive,
    maxRequests = Infinity,
    maxCreates = Infinity,
    corpus = [],
    session,
    shard,
    explore = AT_RANDOM[depth],
  }: Wanted,
  limit = FREE.burst,
): readonly string[] {
  const whole = planOf({ requirements, depth });
  const plan = session?.noModule === undefined ? whole : planWithoutModules(whole);
  const mine = shard === undefined ? plan.cases : shardOf(plan, shard);
  const cases = session === undefined ? mine : mine.filter((each) => isSendable(each, session));
  const { requests, total: planned } = costOfAll(cases);
  const again = costOfAll(corpus).total;
  const total = planned + again;
  const kinds = Object.entries(requests).filter(([, count]) => count > 0);
  const atRandom = Math.max(0, Math.min(Math.ceil(explore / (shard?.count ?? 1)), maxRequests - total));
  const spent = Math.min(total, maxRequests) + atRandom;
  const seconds = Math.max(0, Math.ceil((spent - limit) / FREE.perSecond));
  return [
    `${depth}${shard === undefined ? '' : `, part ${shard.index} of ${shard.count}`}: ${cases.length} cases, ${planned} requests (${kinds.map(([kind, count]) => `${count} ${kind}`).join(', ')})`,
    ...(again > 0
      ? [`before it, ${again} requests for the smallest examples of earlier runs (${corpus.length})`]
      : []),
    `creates ${requests.create} actions one after the other, at most ${maxLive} on the tenant at a time, and deletes each`,
    `and about ${BESIDE[depth]} more for tokens, a look at modules and, but for quick, what consumers rely on`,
    ...(atRandom > 0 ? [`and up to ${atRandom} requests more for what is drawn at random`] : []),
    ...(total > maxRequests ? [tooMany('requests', maxRequests)] : []),
    ...(requests.create > maxCreates ? [tooMany('creates', maxCreates)] : []),
    `takes about ${minutes(seconds)} where ${limit} requests at once and ${FREE.perSecond} a second are allowed, and as long as builds take on top`,
  ];
}

/** Requests beside the plan, as measured on an honest target; builds are looked at more often where they take longer. */
const BESIDE: Readonly<Record<Depth, number>> = { quick: 4, standard: 10, deep: 10 };

const isSendable = ({ needs = [] }: Case, { noModule, tokens }: Session): boolean =>
  needs.every((need) =>
    need === 'module' ? noModule === undefined : tokens.limited.reasonNot(tokens.valid) === undefined,
  );

const tooMany = (what: 'requests' | 'creates', most: number): string =>
  `stops early, as no more than ${most} ${what} are allowed (--max-${what}), and so is partial`;

const minutes = (seconds: number): string =>
  seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
