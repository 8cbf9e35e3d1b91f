import { valueAt } from '../contracts/pointer.ts';
import type { Exchange } from '../driver/exchange.ts';
import { valueOf } from './answer-body.ts';
import { held, heldIf, shown, type Judgement } from './judgement.ts';

/** Judges that an action was not updated before it was created. */
export function judgeTimes(exchange: Exchange): Judgement {
  const body = valueOf(exchange);
  const [created, updated] = [valueAt(body, '/created_at'), valueAt(body, '/updated_at')];
  const [from, to] = [nanoseconds(created), nanoseconds(updated)];
  // What is no time breaks a requirement of its own.
  if (from === undefined || to === undefined) return held(false);
  return heldIf(from <= to, () => ({
    message: '`updated_at` lies before `created_at`',
    path: '/updated_at',
    kind: 'backwards',
    expected: `not before ${shown(created)}`,
    actual: shown(updated),
  }));
}

/** Nanoseconds since the epoch of an RFC 3339 date-time: real tenants answer nine digits, more than a Date holds. */
export function nanoseconds(time: unknown): bigint | undefined {
  const match = /^(.*:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/i.exec(String(time));
  const [, seconds = '', fraction = '', zone = ''] = match ?? [];
  const milliseconds = Date.parse(`${seconds}${zone}`);
  if (Number.isNaN(milliseconds)) return undefined;
  return BigInt(milliseconds) * 1_000_000n + BigInt(fraction.padEnd(9, '0').slice(0, 9));
}
