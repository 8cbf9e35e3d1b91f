import type { Time } from '../driver/limiter.ts';
import type { Gate, Outgoing } from '../driver/sender.ts';
import type { Case } from '../properties/case.ts';
import type { Ledger } from './cleanup/ledger.ts';

/** What a run may cost its target at the most. */
export interface Limits {
  /** Requests, those that clean up included. */
  readonly maxRequests: number;
  /** Actions that it creates, one after the other. */
  readonly maxCreates: number;
  /** Actions of its own that are on the target at one time. */
  readonly maxLive: number;
  /** Milliseconds from the start until nothing but cleaning up is sent. */
  readonly maxTimeMs: number;
}

/** No limit at all. */
export const UNLIMITED: Limits = {
  maxRequests: Infinity,
  maxCreates: Infinity,
  maxLive: Infinity,
  maxTimeMs: Infinity,
};

/**
 * Holds a run to its limits: before a case, so that none breaks off half-way, and again before each request, so that
 * nothing that a target answers can make a run exceed them. Each action that is there keeps one request back for its
 * deletion; what takes more than that, once all is spent, is told as left over.
 */
export class Budget implements Gate {
  private readonly limits: Limits;
  private readonly ledger: Ledger;
  private readonly endsAt: number;
  private readonly time: Pick<Time, 'now'>;

  /** The time counts from now on. */
  constructor(limits: Limits, ledger: Ledger, time: Pick<Time, 'now'>) {
    this.limits = limits;
    this.ledger = ledger;
    this.time = time;
    this.endsAt = time.now() + limits.maxTimeMs;
  }

  /** How many actions of the run there may be at one time. */
  get maxLive(): number {
    return this.limits.maxLive;
  }

  /** Why no further case can be afforded; `undefined` while this one can. */
  reasonToStop(next: Case, spent: number): string | undefined {
    const { maxRequests, maxCreates } = this.limits;
    if (this.time.now() >= this.endsAt) return this.outOfTime();
    if (spent + dearest(next) + this.ledger.open > maxRequests) return outOfRequests(maxRequests);
    if (this.ledger.begun + createsIn(next) > maxCreates) return outOfCreates(maxCreates);
    return undefined;
  }

  /** Why this case is left out, though others can be afforded; `undefined` when it is not. */
  reasonToSkip(next: Case): string | undefined {
    const { maxLive } = this.limits;
    const needed = liveIn(next);
    if (needed > maxLive) return `needs ${needed} live actions, allowed ${maxLive} (--max-live)`;
    return this.leavesRoomFor(next) ? undefined : this.crowded();
  }

  /** Whether the actions that are there already leave room for those of a case. */
  leavesRoomFor(next: Case): boolean {
    return this.ledger.open + liveIn(next) <= this.limits.maxLive;
  }

  refusal({ kind, about }: Outgoing, spent: number, at: number): string | undefined {
    const { maxRequests, maxCreates, maxLive } = this.limits;
    if (spent >= maxRequests) return outOfRequests(maxRequests);
    // What was created is deleted, whatever else has come to its end, and that takes a token.
    if (kind === 'cleanup' || kind === 'token') return undefined;
    // The ledger knows of a create before it is sent.
    const { open, begun } = this.ledger;
    if (at >= this.endsAt) return this.outOfTime();
    if (spent + 1 + open > maxRequests) return outOfRequests(maxRequests);
    if (about.operation !== 'create') return undefined;
    if (begun > maxCreates) return outOfCreates(maxCreates);
    return open > maxLive ? this.crowded() : undefined;
  }

  private outOfTime(): string {
    return `the ${Math.round(this.limits.maxTimeMs / 1000)} s that the run may take are over (--max-time)`;
  }

  /** Whether one look at everything can be afforded beside what has to be deleted still. */
  allowsLook(spent: number): boolean {
    return spent + 1 + this.ledger.open <= this.limits.maxRequests;
  }

  private crowded(): string {
    const { open, leftEarlier } = this.ledger;
    const whose = leftEarlier === 0 ? "of the run's actions" : 'actions of this and earlier runs';
    return `${open} ${whose} could not be deleted yet, allowed ${this.limits.maxLive} at a time (--max-live)`;
  }
}

const outOfRequests = (most: number): string => `the budget of ${most} requests is spent`;

const outOfCreates = (most: number): string => `the budget of ${most} creates is spent (--max-creates)`;

const createsIn = ({ requests }: Case): number => requests.filter(({ kind }) => kind === 'create').length;

/** What a case costs at the most, cleaning up included, if the target accepts even what it should not. */
function dearest({ requests }: Case): number {
  const creates = requests.filter(({ about }) => about.operation === 'create').length;
  const deletes = requests.filter(({ about }) => about.at?.step === 'deleted').length;
  return requests.length + creates - deletes;
}

/** How many actions a case has on the target at one time, when the target does as it should or accepts too much. */
function liveIn({ requests }: Case): number {
  let live = 0;
  let most = 0;
  for (const { about } of requests) {
    if (about.operation === 'create') live += 1;
    if (about.at?.step === 'deleted') live -= 1;
    most = Math.max(most, live);
  }
  return most;
}
