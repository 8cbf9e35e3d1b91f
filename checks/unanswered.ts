import type { Expectation } from '../contracts/expectation.ts';
import type { Answer, Exchange, Trouble } from '../driver/exchange.ts';
import { broken, held, type Judgement } from './judgement.ts';
import { judgeRejected, judgeStatus } from './status.ts';

/** Trouble of the target's own making, where it meets one request and no other. */
const OWN: ReadonlySet<Trouble['kind']> = new Set(['broken-off', 'invalid-answer']);

/** What a gateway answers in the place of a server that gave it none. */
const GAVE_NONE: ReadonlySet<number> = new Set([502, 504, 520, 521, 522, 523, 524]);

/**
 * Judges a request that got no answer of the API: it is the target's doing where the same request met that each time,
 * and others were answered in between. A gateway before the target only shows it in another way.
 */
export function judgeAnswered({ kind, message, repeated }: Trouble, answer: Answer | undefined): Judgement {
  // A token that was not let in was answered; of what it was sent for, that says nothing.
  if (kind === 'access') return held();
  const isOwn = OWN.has(kind) || (kind === 'intermediary' && GAVE_NONE.has(answer?.status ?? 0));
  if (repeated === undefined || !isOwn) return { outcome: 'unanswered', why: message };
  return broken({
    message: `the request got no answer each of ${repeated} times, while others were answered: ${message}`,
    path: 'status',
    kind,
    expected: 'an answer',
    actual: message,
  });
}

/** What a gateway refuses for its size, its method or its place, whatever stands in it. */
const UNSEEN: ReadonlySet<number> = new Set([404, 405, 411, 413, 414, 415, 431, 501]);

/**
 * A request that has to be refused may be refused by what stands before the tenant: whoever sent it cannot tell the two
 * apart. Of a request that has to be accepted, such a refusal says nothing.
 */
export function refusedBefore(
  expectation: Expectation,
  { answer, trouble }: Exchange,
): Judgement | undefined {
  if (trouble?.kind !== 'intermediary' || answer === undefined || !UNSEEN.has(answer.status))
    return undefined;
  const judgement =
    expectation.kind === 'rejected'
      ? judgeRejected(answer)
      : expectation.kind === 'status' && expectation.ofSuccess === undefined
        ? judgeStatus(answer, expectation)
        : undefined;
  return judgement?.outcome === 'held' ? judgement : undefined;
}
