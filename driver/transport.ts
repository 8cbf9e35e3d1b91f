import { Agent, errors, type Dispatcher } from 'undici';

import { decode } from './decode.ts';
import { decompress, DecompressionError } from './decompress.ts';
import type { Answer, Headers, SentRequest, Trouble } from './exchange.ts';
import { schemeTrouble } from './scheme-trouble.ts';
import { receive, TooSlowError } from './receive.ts';
import { Waiting } from './waiting.ts';

/** An answer longer than this is not read to its end, in bytes: a list of a hundred of the largest actions is not. */
const MAX_ANSWER_BYTES = 12 * 1024 * 1024;

/** How patient a transport is, in milliseconds. */
export interface Patience {
  /** How long a target may keep silent that has not shown yet how soon it answers. */
  readonly silenceMs: number;
  /** How long an answer may take from the sending to its last byte, however steadily it drips. */
  readonly answerMs: number;
}

const PATIENCE: Patience = { silenceMs: 30_000, answerMs: 90_000 };

/** Sends requests as they are, byte for byte, and follows no redirect, so that a token never travels on. */
export class Transport {
  private readonly agent: Dispatcher;
  private readonly patience: Patience;
  private readonly waiting: Waiting;

  constructor(patience = PATIENCE) {
    this.patience = patience;
    const { silenceMs } = patience;
    this.waiting = new Waiting(silenceMs);
    this.agent = new Agent({
      connect: { timeout: Math.min(silenceMs, 10_000) },
      headersTimeout: silenceMs,
      bodyTimeout: silenceMs,
    });
  }

  /**
   * Sends one request and tells what came of it; it never throws for anything that the target does.
   *
   * @param silenceMs how long the target may keep silent, where that is less than usual.
   */
  async send(
    { method, url, headers, body, encoding }: SentRequest,
    silenceMs = Infinity,
  ): Promise<Answer | Trouble> {
    const { answerMs } = this.patience;
    const startedAt = performance.now();
    const patience = { answerMs, silenceMs: Math.min(silenceMs, this.patience.silenceMs) };
    try {
      const { origin, hostname, pathname, search } = new URL(url);
      patience.silenceMs = Math.min(silenceMs, this.waiting.patienceFor(hostname));
      const {
        status,
        headers: received,
        bytes,
      } = await receive(
        this.agent,
        {
          origin,
          path: `${pathname}${search}`,
          method,
          headers: mutable(headers),
          headersTimeout: patience.silenceMs,
          bodyTimeout: patience.silenceMs,
          body: body === undefined || encoding === undefined ? (body ?? null) : Buffer.from(body, encoding),
        },
        { bytes: MAX_ANSWER_BYTES, milliseconds: answerMs },
      );
      this.waiting.answered(performance.now() - startedAt);
      const isPlain = bytes === undefined || received['content-encoding'] === undefined;
      const plain = isPlain ? bytes : await decompress(bytes, received, MAX_ANSWER_BYTES);
      if (plain === undefined) return TOO_LARGE;
      return { status, headers: received, ...decode(plain) };
    } catch (error) {
      if (isSilence(error)) this.waiting.silent();
      return error instanceof TooSlowError ? tooSlow(patience) : troubleOf(error, url, patience);
    }
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }
}

const TOO_LARGE: Trouble = {
  kind: 'too-large',
  message: `the answer is longer than ${MAX_ANSWER_BYTES} bytes`,
};

const tooSlow = ({ answerMs }: Patience): Trouble => ({
  kind: 'timeout',
  message: `the answer was not complete after ${answerMs / 1000} s`,
});

/** Whether {@link Transport.send} got an answer. */
export const isAnswer = (outcome: Answer | Trouble): outcome is Answer => 'status' in outcome;

const mutable = (headers: Headers): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  );

/** Errors that mean: nobody is there, or nobody that can be trusted. */
const UNREACHABLE =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|ERR_SSL_.*|CERT_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*)$/;

const isSilence = (error: unknown): boolean =>
  error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError;

function troubleOf(error: unknown, url: string, { silenceMs }: Patience): Trouble {
  const { code = '', message } = mostTelling(error);
  const words = code === '' || message.includes(code) ? message : `${message} (${code})`;
  if (isSilence(error)) {
    return { kind: 'timeout', message: `the target kept silent for ${Math.round(silenceMs / 100) / 10} s` };
  }
  const scheme = schemeTrouble(error, code, url);
  if (scheme !== undefined) return scheme;
  if (UNREACHABLE.test(code)) return { kind: 'unreachable', message: words };
  if (error instanceof DecompressionError) return { kind: 'invalid-answer', message: error.message };
  if (error instanceof errors.HTTPParserError) return { kind: 'invalid-answer', message: words };
  return { kind: 'broken-off', message: words };
}

interface Telling {
  readonly code?: string;
  readonly message: string;
}

/** The innermost error that has a message: a failed connection to two addresses hides the reason in an aggregate. */
function mostTelling(error: unknown): Telling {
  if (error instanceof AggregateError && error.errors.length > 0) return mostTelling(error.errors[0]);
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as { readonly code?: unknown };
  return { message: error.message, ...(typeof code === 'string' ? { code } : {}) };
}
