import type { About, RequestKind } from '../contracts/case.ts';

/** Headers with lower-case names; a repeated header keeps all its values. */
export type Headers = Readonly<Record<string, string | readonly string[]>>;

/** A request as it was sent. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  /** The body as text; absent when there was none. */
  readonly body?: string;
  /** How that text becomes bytes, where not as UTF-8; in `latin1` each character is one byte. */
  readonly encoding?: 'latin1' | 'utf16le';
}

/** An answer as it arrived. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The body decoded as UTF-8, with U+FFFD where the bytes were not. */
  readonly text: string;
  /** Whether the bytes were valid UTF-8 without a byte order mark. */
  readonly utf8: boolean;
}

/**
 * Why there is no answer to judge.
 *
 * - `intermediary`: what stands before the tenant answered, and not its API.
 * - `died`: the connection was closed over the request, and nobody answers since.
 * - `access`: the answer is about who asks, or where, and not about the request.
 * - `not-sent`: the suite itself held the request back.
 */
export interface Trouble {
  readonly kind:
    | 'unreachable'
    | 'timeout'
    | 'broken-off'
    | 'died'
    | 'too-large'
    | 'rate-limited'
    | 'invalid-answer'
    | 'intermediary'
    | 'access'
    | 'not-sent';
  readonly message: string;
  /**
   * How often the same request met it while others were answered in between, so that it is about the request; absent
   * where nobody knows.
   */
  readonly repeated?: number;
}

/** What recorders leave out or scrub, and a judge must therefore not miss. */
export type Part = 'request-body' | 'answer-headers' | 'answer-body' | 'bytes';

/** What a recording does not keep, each part with the reason where one is known, and an empty text where none is. */
export type Missing = Readonly<Partial<Record<Part, string>>>;

/** The place in a recording that an exchange comes from. */
interface Origin {
  readonly file: string;
  /** Counts from 1 in the file's list. */
  readonly entry: number;
  /** Empty where the recording keeps all that was sent and answered. */
  readonly missing: Missing;
}

/** One request with the answer to it, or with the trouble that prevented one. Never changed after it is made. */
export interface Exchange {
  /** `x` and a number that counts from 1 in the order of sending. */
  readonly id: string;
  /** Id of the case that it belongs to. */
  readonly case: string;
  readonly kind: RequestKind;
  readonly about: About;
  readonly request: SentRequest;
  readonly answer?: Answer;
  readonly trouble?: Trouble;
  /** ISO date and time of sending; absent where a recording does not tell. */
  readonly startedAt?: string;
  /** From sending to the last byte of the answer, in milliseconds; absent where a recording does not tell. */
  readonly durationMs?: number;
  /** Where it was recorded; absent where the suite sent it. */
  readonly recorded?: Origin;
}

/** An exchange that the suite itself sent. */
export type SentExchange = Exchange & Required<Pick<Exchange, 'startedAt' | 'durationMs'>>;
