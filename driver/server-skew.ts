import type { Headers } from './exchange.ts';

/** Clocks that differ by less are taken as equal: a date is told in whole seconds, and travels for a while. */
const UNNOTICED_MS = 3000;

/**
 * By how much the target's clock is ahead of this machine's, in milliseconds, as its `date` says: moments that it tells
 * are by its own.
 */
export function serverSkew(headers: Headers, now: number): number {
  const date = headers['date'];
  const skew = typeof date === 'string' ? Date.parse(date) - now : 0;
  return Math.abs(skew) > UNNOTICED_MS ? skew : 0;
}
