import type { Answer, Headers } from './exchange.ts';

/** How long to wait at the most for a limit to be lifted, in milliseconds. */
const LONGEST_WAIT_MS = 30_000;

/** A clock and a pause, handed in so that tests need not wait. */
export interface Time {
  /** Milliseconds since the epoch. */
  now(): number;
  pause(milliseconds: number): Promise<void>;
}

/** Keeps to the target's rate limit, as its `x-ratelimit-*` and `retry-after` headers tell it. */
export class Limiter {
  private readonly time: Time;
  private resumeAt = 0;

  constructor(time: Time) {
    this.time = time;
  }

  /** When the target is likely to take another request: now, or later. */
  nextTurn(): number {
    return Math.max(this.time.now(), this.resumeAt);
  }

  /** Waits until then. */
  async turn(): Promise<void> {
    const wait = this.nextTurn() - this.time.now();
    if (wait > 0) await this.time.pause(wait);
  }

  /** Learns from an answer when the next request may go out. */
  learn({ status, headers }: Answer): void {
    const spent = status === 429 || first(headers, 'x-ratelimit-remaining') === '0';
    if (spent) this.resumeAt = this.time.now() + Math.min(this.waitAfter(headers), LONGEST_WAIT_MS);
  }

  private waitAfter(headers: Headers): number {
    const retryAfter = Number(first(headers, 'retry-after'));
    if (retryAfter > 0) return retryAfter * 1000;
    const reset = Number(first(headers, 'x-ratelimit-reset'));
    // The reset is a UNIX second; without one, a second is what a bucket takes to refill.
    return reset > 0 ? Math.max(reset * 1000 - this.time.now(), 0) : 1000;
  }
}

function first(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}
