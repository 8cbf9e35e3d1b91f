import { isLoopback } from './loopback.ts';

/** What a target is given, in milliseconds. */
const AT_FIRST_ON_LOOPBACK = 5_000;
const AT_LEAST = { loopback: 1_000, elsewhere: 5_000 };

/** Times as long as the slowest answer so far: a slow target is given its time. */
const MORE_AT_FIRST = 20;
const MORE_AT_LEAST = 4;

/**
 * Knows how long it is worth while to wait for a target that keeps silent: a program on this machine that has answered
 * at once is given less time than a tenant, and each silence halves what the next is given. A target that leaves one
 * kind of request unanswered is then found out in seconds, however many of the kind there are.
 */
export class Waiting {
  private slowest: number | undefined;
  private silences = 0;
  private readonly longest: number;

  /** @param longest milliseconds to wait for a target that has not answered anything yet. */
  constructor(longest: number) {
    this.longest = longest;
  }

  /** Milliseconds that a request to a host is waited for. */
  patienceFor(hostname: string): number {
    const { slowest, silences, longest } = this;
    const local = isLoopback(hostname);
    if (slowest === undefined) return longest;
    const first = local ? Math.max(AT_FIRST_ON_LOOPBACK, slowest * MORE_AT_FIRST) : longest;
    const least = Math.max(local ? AT_LEAST.loopback : AT_LEAST.elsewhere, slowest * MORE_AT_LEAST);
    return Math.min(longest, Math.max(least, first / 2 ** silences));
  }

  /** Takes in how long an answer took, in milliseconds. */
  answered(milliseconds: number): void {
    this.slowest = Math.max(this.slowest ?? 0, milliseconds);
  }

  /** Takes in that a request was waited for in vain. */
  silent(): void {
    this.silences += 1;
  }
}
