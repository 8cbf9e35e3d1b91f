import { isDeepStrictEqual } from 'node:util';

import type { Step } from '../contracts/exercise.ts';
import type { Expectation, Json } from '../contracts/expectation.ts';
import { succeeded } from '../contracts/http-status.ts';
import { isObject } from '../contracts/pointer.ts';
import type { Exchange } from '../driver/exchange.ts';
import { valueOf } from './answer-body.ts';
import { broken, held, shown, unjudged, type Evidence, type Judgement } from './judgement.ts';

type SameAs = Extract<Expectation, { kind: 'same-as' }>;

/** Judges that an answer gives what an earlier step of the same sequence answered. */
export function judgeSameAs({ exchange, earlier }: Evidence, { properties, of }: SameAs): Judgement {
  const [before, now] = [answeredAt(earlier, of), valueOf(exchange)];
  if (!isObject(before) || !isObject(now) || !succeeded(exchange.answer?.status ?? 0)) {
    return unjudged(`the step ${of} or the ${exchange.about.operation} after it answered no action`);
  }
  const findings = properties
    .filter(
      (property) =>
        before[property] !== undefined &&
        !isDeepStrictEqual(undated(before[property]), undated(now[property])),
    )
    .map((property) => ({
      message: `\`${property}\` is another than before, though nobody asked for it`,
      path: `/${property}`,
      kind: 'changed',
      expected: shown(before[property]),
      actual: shown(now[property]),
    }));
  return findings.length > 0 ? broken(...findings) : held();
}

/** What the latest answer of a step was. */
function answeredAt(earlier: readonly Exchange[], at: Step): Json | undefined {
  const found = earlier.findLast(
    ({ about, answer }) => about.at?.step === at && answer !== undefined && succeeded(answer.status),
  );
  return found && valueOf(found);
}

/** A list without what its items say of their times; anything else as it is. */
const undated = (value: Json | undefined): Json | undefined =>
  Array.isArray(value)
    ? (value as readonly Json[]).map((item) => {
        if (!isObject(item)) return item;
        const { updated_at: _, ...rest } = item;
        return rest;
      })
    : value;
