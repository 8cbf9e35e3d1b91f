import { keyOf } from './deviation.ts';
import type { Known } from './known.ts';
import type { Tonight } from './tonight.ts';

/** A deviation to be looked at again, and the case that shows it best. */
export interface ToResend {
  readonly key: string;
  readonly case: string;
}

/** Deviations that are looked at again in one night: where more are new, the target changed, and chance has no part. */
const MOST = 20;

/** What is sent again: what is new tonight, and what did not happen each time before, whether it did tonight or not. */
export function toResend({ deviations }: Pick<Tonight, 'deviations'>, known: Known): readonly ToResend[] {
  const before = new Map(known.deviations.filter(({ open }) => open).map((each) => [keyOf(each), each]));
  const seen = new Set(deviations.map(keyOf));
  const doubtful = [
    ...deviations.filter((each) => before.get(keyOf(each))?.flaky ?? true),
    ...[...before.values()].filter((each) => each.flaky && !seen.has(keyOf(each))),
  ];
  return doubtful
    .flatMap((each) => each.cases.slice(0, 1).map((id) => ({ key: keyOf(each), case: id })))
    .slice(0, MOST);
}
