import type { Headers, Missing } from '../driver/exchange.ts';
import { headerLine } from './fields.ts';
import { keptBody, type Content, type Declared } from './kept-body.ts';
import type { RecordedPair, Unreadable } from './recorded.ts';

/** What a format tells of one side of an exchange. */
interface Side extends Omit<Declared, 'headers'> {
  readonly headers: Headers;
  readonly content: Content;
}

/** What a format tells of an exchange, before anything is decoded. */
export interface Told {
  readonly method: string | undefined;
  readonly url: string;
  readonly sent: Side;
  /** Absent where no answer was recorded, for this reason. */
  readonly answered: (Side & { readonly status: number }) | { readonly trouble: string };
  readonly startedAt?: string | undefined;
  readonly durationMs?: number | undefined;
}

/** Statuses whose answers have no body. */
const BODILESS = new Set([204, 205, 304]);

/** Operations whose requests have no body. */
const WITHOUT_BODY = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS']);

/** Makes an exchange of what a format tells: one place decides what was kept, and what nobody can know any more. */
export function pairOf(told: Told): RecordedPair | Unreadable {
  const { method = '', url, sent, answered, startedAt, durationMs } = told;
  // Old cassettes of Ruby write a symbol.
  const verb = method.replace(/^:/, '').toUpperCase();
  if (verb === '') return { unreadable: 'it does not tell the method of the request' };
  const request = sentBody(verb, sent);
  const common = {
    request: {
      method: verb,
      url,
      headers: sent.headers,
      ...('text' in request ? { body: request.text } : {}),
    },
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(durationMs === undefined ? {} : { durationMs }),
  };
  const missing: Missing = 'notKept' in request ? { 'request-body': request.notKept } : {};
  if ('trouble' in answered) {
    return {
      ...common,
      trouble: { kind: 'broken-off', message: `no answer was recorded: ${answered.trouble}` },
      missing,
    };
  }
  const { status, headers } = answered;
  const read = keptBody(answered.content, answered);
  const kept = 'notKept' in read ? { text: '', utf8: true, isText: false } : read;
  const isEmptyByRight = BODILESS.has(status) || headerLine(headers, 'content-length') === '0';
  return {
    ...common,
    answer: { status, headers, text: kept.text, utf8: kept.utf8 },
    missing: {
      ...missing,
      ...(kept.text === '' && !isEmptyByRight
        ? { 'answer-body': 'notKept' in read ? read.notKept : '' }
        : {}),
      // A recorder that decoded the body may itself have put this character there.
      ...(kept.isText && kept.text.includes('\u{fffd}') ? { bytes: '' } : {}),
      // A recorder that keeps headers as they are keeps the date, which every server sends.
      ...(headers['date'] === undefined ? { 'answer-headers': '' } : {}),
    },
  };
}

/**
 * The body that was sent, nothing where it is known that there was none, or why nobody knows. Only a length says that
 * nothing was sent: recorders write an empty text, or a size of 0, for what they did not see.
 */
function sentBody(
  method: string,
  side: Side,
): { readonly text: string } | { readonly notKept: string } | { readonly none: true } {
  const read = keptBody(side.content, side);
  if ('text' in read && read.text !== '') return { text: read.text };
  if (WITHOUT_BODY.has(method) || headerLine(side.headers, 'content-length') === '0') return { none: true };
  return 'notKept' in read ? read : { notKept: 'none was recorded, and no length of 0' };
}
