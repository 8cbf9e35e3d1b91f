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

/** What HTTP calls the statuses that recorded tenants refuse with. */
const REASONS: Readonly<Partial<Record<number, string>>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
};

/** Judges that a refusal says the reason of its HTTP status. */
export function judgeReason(exchange: Exchange, { status }: Answer): Judgement {
  const reason = REASONS[status];
  const said = valueAt(valueOf(exchange), '/error');
  // What is no text breaks a requirement of its own.
  if (reason === undefined || typeof said !== 'string') return held(false);
  return heldIf(said.toLowerCase() === reason.toLowerCase(), () => ({
    message: '`error` is not what HTTP calls the status of the refusal',
    path: '/error',
    kind: 'other',
    expected: shown(reason),
    actual: shown(said),
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
    names.some((name) => isNamedIn(message, name)) || hints.some((hint) => words.includes(hint)),
    () => ({
      message: `the refusal does not name ${names[0] ?? 'the fault'}`,
      path: '/message',
      kind: 'unnamed',
      expected: `a message that names ${[...names, ...hints].join(' or ')}`,
      actual: shown(message),
    }),
  );
}

/** Validators write `supported_triggers` as `supportedTriggers`, `DraftInformation.SupportedTriggers` or in words, too. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '');

/** Whether a text names a property. A name of one word must stand by itself: `id` is in every "invalid". */
const isNamedIn = (text: string, name: string): boolean =>
  name.includes('_')
    ? plain(text).includes(plain(name))
    : text.toLowerCase().split(/\W+/).includes(name.toLowerCase());

function namesOf(pointer: string): string[] {
  const name = tokensOf(pointer).findLast((token) => !/^\d+$/.test(token));
  return name === undefined ? [] : [name];
}
