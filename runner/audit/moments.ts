import { valueOf } from '../../checks/answer-body.ts';
import { nanoseconds } from '../../checks/moment.ts';
import { valueAt } from '../../contracts/pointer.ts';
import type { Exchange } from '../../driver/exchange.ts';

/**
 * Tells when the exchanges of one recording took place. Most formats write no dates; then the dates in the answers
 * tell, since an action that was updated at a time was answered no earlier.
 */
export class Moments {
  private latest: string | undefined;

  /** ISO date and time of an exchange, or the earliest that it can be; `undefined` where nothing has told yet. */
  of(exchange: Exchange): string | undefined {
    if (exchange.startedAt !== undefined) return exchange.startedAt;
    const body = valueOf(exchange);
    const told = iso(valueAt(body, '/updated_at')) ?? iso(valueAt(body, '/created_at'));
    if (told !== undefined && (this.latest === undefined || told > this.latest)) this.latest = told;
    return this.latest;
  }
}

function iso(time: unknown): string | undefined {
  const instant = typeof time === 'string' ? nanoseconds(time) : undefined;
  return instant === undefined ? undefined : new Date(Number(instant / 1_000_000n)).toISOString();
}
