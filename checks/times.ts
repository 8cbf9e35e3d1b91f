import { valueAt } from '../contracts/pointer.ts';
import type { Exchange } from '../driver/exchange.ts';
import { valueOf } from './answer-body.ts';
import { held, heldIf, shown, type Evidence, type Judgement } from './judgement.ts';

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

/** Judges that an action was not updated before an earlier answer says that it was. */
export function judgeTimesForward({ exchange, earlier }: Evidence): Judgement {
  const now = valueAt(valueOf(exchange), '/updated_at');
  const at = nanoseconds(now);
  const id = valueAt(valueOf(exchange), '/id');
  const before = earlier
    .map(valueOf)
    .filter((body) => id !== undefined && valueAt(body, '/id') === id)
    .map((body) => valueAt(body, '/updated_at'));
  if (at === undefined || before.length === 0) return held(false);
  const later = before.find((each) => (nanoseconds(each) ?? at) > at);
  return heldIf(later === undefined, () => ({
    message: '`updated_at` ran backwards',
    path: '/updated_at',
    kind: 'backwards',
    expected: `not before ${shown(later)}`,
    actual: shown(now),
  }));
}

/** Nanoseconds since the epoch of an RFC 3339 date-time: real tenants answer nine digits, more than a Date holds. */
export function nanoseconds(time: unknown): bigint | undefined {
  // What an answer holds need not be what can be made a text.
  if (typeof time !== 'string') return undefined;
  const match = /^(.*:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/i.exec(time);
  const [, seconds = '', fraction = '', zone = ''] = match ?? [];
  const milliseconds = Date.parse(`${seconds}${zone}`);
  if (Number.isNaN(milliseconds)) return undefined;
  return BigInt(milliseconds) * 1_000_000n + BigInt(fraction.padEnd(9, '0').slice(0, 9));
}
