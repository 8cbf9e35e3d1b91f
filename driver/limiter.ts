import type { Answer, Headers } from './exchange.ts';
import { serverSkew } from './server-skew.ts';

/** How long to wait for a limit at the most, in milliseconds. */
const LONGEST_WAIT_MS = 30_000;

/** A longer wait than this outlasts every attempt, in milliseconds. */
const HOPELESS_MS = 4 * LONGEST_WAIT_MS;

/** What a bucket gains in a millisecond where nobody knows: one request a second. */
const CAUTIOUS = 1 / 1000;

/** A clock and a pause, handed in so that tests need not wait. */
export interface Time {
  /** Milliseconds since the epoch. */
  now(): number;
  pause(milliseconds: number): Promise<void>;
}

/** What an answer told of the bucket of requests, and how many were taken from it since. */
interface Level {
  readonly remaining: number;
  /** When its request was sent, and when it arrived: the target looked at the bucket in between. */
  readonly sentAt: number;
  readonly at: number;
  /** When more arrive, as the answer says. */
  readonly moreAt: number;
  taken: number;
}

/** Whether a request comes out of the tenant's bucket: nobody knows of one whose credentials should not be let in. */
type Takes = 'one' | 'none' | 'perhaps';

/**
 * Keeps to the target's rate limit. A target takes requests from a bucket that fills steadily: `x-ratelimit-remaining`
 * says what is left, and only answers that succeed say it. So the limiter counts what it sends in between, learns from
 * two levels how fast the bucket fills, and sends nothing before there should be something in it.
 */
export class Limiter {
  private readonly time: Time;
  private level: Level | undefined;
  /** The level from which the rate is measured: the earliest since the bucket was full or ran dry. */
  private first: Level | undefined;
  /** Requests that the bucket gains in a millisecond, at the least; 0 while that is not known. */
  private rate = 0;
  private resumeAt = 0;

  constructor(time: Time) {
    this.time = time;
  }

  /** When the target is likely to take another request: now, or later. */
  nextTurn(): number {
    const now = this.time.now();
    return Math.max(now, this.resumeAt, Math.min(this.filledAt(), now + LONGEST_WAIT_MS));
  }

  /** Waits until then; nothing to wait for where that is now. */
  turn(): Promise<void> | undefined {
    const wait = this.nextTurn() - this.time.now();
    return wait > 0 ? this.time.pause(wait) : undefined;
  }

  /**
   * Learns from an answer when the next request may go out.
   *
   * @param takes whether the request came out of the bucket.
   * @param sentAt when the request was sent, in milliseconds since the epoch.
   */
  learn({ status, headers }: Answer, takes: Takes = 'one', sentAt = this.time.now()): void {
    const now = this.time.now();
    if (status === 429) {
      this.resumeAt = now + Math.min(this.waitAfter(headers), LONGEST_WAIT_MS);
      // Whatever was thought of the bucket was wrong.
      [this.level, this.first, this.rate] = [undefined, undefined, 0];
      return;
    }
    // Who is not let in takes nothing out of the tenant's bucket.
    if (takes === 'none' || status === 401) return;
    if (this.level !== undefined) this.level.taken += 1;
    if (this.first !== undefined) this.first.taken += 1;
    // A path that does not exist may take nothing out either: nothing can be measured across what nobody knows.
    if (takes === 'perhaps' || status === 404) this.first = undefined;
    const remaining = numberIn(headers, 'x-ratelimit-remaining');
    if (remaining === undefined) return;
    this.level = { remaining, sentAt, at: now, moreAt: now + this.waitAfter(headers), taken: 0 };
    const full = remaining >= (numberIn(headers, 'x-ratelimit-limit') ?? Infinity) - 1;
    if (this.first !== undefined) this.measure(this.first, this.level);
    // A full bucket gains nothing: it is measured from then on.
    if (full || this.first === undefined) this.first = { ...this.level };
  }

  /** Forgets what the latest answer asked for: nobody waits so long. */
  forget(): void {
    this.resumeAt = 0;
  }

  /** How long the target asks to wait, in seconds, where that is longer than anybody would; `undefined` where it is not. */
  hopelessWait({ headers }: Answer): number | undefined {
    const wait = this.waitAfter(headers);
    return wait > HOPELESS_MS ? Math.round(wait / 1000) : undefined;
  }

  /**
   * A level is told in whole requests, so that what lies between two of them may be one less than it seems; and between
   * the two looks at the bucket lies no more than the time from the first sending to the last arrival. So this is less
   * than the rate, whatever held up either answer; and limits are whole requests a second: the rate is at least the next
   * of these above.
   */
  private measure(first: Level, last: Level): void {
    const more = last.remaining - first.remaining + first.taken - 1;
    const seconds = (last.at - first.sentAt) / 1000;
    if (more > 0 && seconds >= 0.5) this.rate = Math.max(this.rate, (Math.floor(more / seconds) + 1) / 1000);
  }

  /** When there is a request in the bucket again. */
  private filledAt(): number {
    if (this.level === undefined) return 0;
    const { remaining, at, moreAt, taken } = this.level;
    const missing = 1 - (remaining - taken);
    if (missing <= 0) return 0;
    if (this.rate > 0) return at + missing / this.rate;
    // The moment that is told is that of the next one while the bucket is empty; with one in it, it says nothing yet.
    return remaining > 0 ? Math.max(moreAt, at + missing / CAUTIOUS) : moreAt + (missing - 1) / CAUTIOUS;
  }

  private waitAfter(headers: Headers): number {
    const now = this.time.now();
    const retryAfter = headerOf(headers, 'retry-after') ?? '';
    if (Number(retryAfter) > 0) return Number(retryAfter) * 1000;
    const skew = serverSkew(headers, now);
    const until = Date.parse(retryAfter);
    if (until > 0) return Math.max(until - now - skew, 0);
    const reset = numberIn(headers, 'x-ratelimit-reset');
    // The reset is a UNIX second; without one, a second is what a bucket takes to refill.
    return reset === undefined || reset === 0 ? 1000 : Math.max(reset * 1000 - now - skew, 0);
  }
}

function headerOf(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

/** A number of at least 0; `undefined` where there is none. */
function numberIn(headers: Headers, name: string): number | undefined {
  const text = headerOf(headers, name);
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
