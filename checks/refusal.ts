import { isObject, tokensOf, valueAt } from '../contracts/pointer.ts';
import type { Answer, Exchange } from '../driver/exchange.ts';
import { valueOf } from './answer-body.ts';
import { held, heldIf, shown, type Judgement } from './judgement.ts';

/** Judges that a refusal repeats its HTTP status in its body. */
export function judgeRepeatedStatus(exchange: Exchange, { status }: Answer): Judgement {
  const repeated = valueAt(valueOf(exchange), '/statusCode');
  if (repeated === undefined) return held(false);
  return heldIf(repeated === status, () => ({
    message: '`statusCode` is not the HTTP status of the refusal',
    path: '/statusCode',
    kind: 'other',
    expected: String(status),
    actual: shown(repeated),
  }));
}

/** Judges that a refusal names what was wrong: else nobody can tell that it was refused for that. */
export function judgeNamedFault(exchange: Exchange): Judgement {
  const { fault } = exchange.about;
  const names =
    fault === undefined
      ? []
      : [...namesOf(fault.at), ...(fault.property === undefined ? [] : [fault.property])];
  const hints =
    fault?.operator === 'unknown-property' ? ['additional', 'unknown', 'unexpected', 'not allowed'] : [];
  const body = valueOf(exchange);
  const message = isObject(body) ? body['message'] : undefined;
  // A fault of the whole body has no name, and a refusal without a message breaks a requirement of its own.
  if (names.length + hints.length === 0 || typeof message !== 'string') return held(false);
  const words = message.toLowerCase();
  return heldIf(
    // A name must stand by itself: `id` is in every "invalid".
    names.some((name) => words.split(/\W+/).includes(name.toLowerCase())) ||
      hints.some((hint) => words.includes(hint)),
    () => ({
      message: `the refusal does not name ${names[0] ?? 'the fault'}`,
      path: '/message',
      kind: 'unnamed',
      expected: `a message that names ${[...names, ...hints].join(' or ')}`,
      actual: shown(message),
    }),
  );
}

function namesOf(pointer: string): string[] {
  const name = tokensOf(pointer).findLast((token) => !/^\d+$/.test(token));
  return name === undefined ? [] : [name];
}
