import { Agent, errors, request, type Dispatcher } from 'undici';

import { decode } from './decode.ts';
import { decompress, DecompressionError } from './decompress.ts';
import type { Answer, Headers, SentRequest, Trouble } from './exchange.ts';

/** An answer longer than this is not read to its end, in bytes: a list of a hundred of the largest actions is not. */
const MAX_ANSWER_BYTES = 12 * 1024 * 1024;

/** How patient a transport is, in milliseconds. */
export interface Patience {
  /** How long a target may keep silent. */
  readonly silenceMs: number;
  /** How long an answer may take from the sending to its last byte, however steadily it drips. */
  readonly answerMs: number;
}

const PATIENCE: Patience = { silenceMs: 30_000, answerMs: 90_000 };

/** Sends requests as they are, byte for byte, and follows no redirect, so that a token never travels on. */
export class Transport {
  private readonly agent: Dispatcher;
  private readonly patience: Patience;

  constructor(patience = PATIENCE) {
    this.patience = patience;
    const { silenceMs } = patience;
    this.agent = new Agent({
      connect: { timeout: Math.min(silenceMs, 10_000) },
      headersTimeout: silenceMs,
      bodyTimeout: silenceMs,
    });
  }

  /** Sends one request and tells what came of it; it never throws for anything that the target does. */
  async send({ method, url, headers, body, encoding }: SentRequest): Promise<Answer | Trouble> {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), this.patience.answerMs);
    try {
      const answer = await request(url, {
        dispatcher: this.agent,
        signal: deadline.signal,
        method,
        headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, mutable(value)])),
        ...(body === undefined ? {} : { body: encoding === undefined ? body : Buffer.from(body, encoding) }),
      });
      const bytes = await read(answer.body);
      if (bytes === undefined) return TOO_LARGE;
      const received = withoutUndefined(answer.headers);
      const plain = await decompress(bytes, received, MAX_ANSWER_BYTES);
      if (plain === undefined) return TOO_LARGE;
      return { status: answer.statusCode, headers: received, ...decode(plain) };
    } catch (error) {
      return deadline.signal.aborted ? tooSlow(this.patience) : troubleOf(error, this.patience);
    } finally {
      clearTimeout(timer);
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

async function read(body: AsyncIterable<Uint8Array>): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > MAX_ANSWER_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const mutable = (value: string | readonly string[]): string | string[] =>
  typeof value === 'string' ? value : [...value];

function withoutUndefined(headers: Readonly<Record<string, string | string[] | undefined>>): Headers {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string | string[]] => entry[1] !== undefined),
  );
}

/** Errors that mean: nobody is there, or nobody that can be trusted. */
const UNREACHABLE =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|ERR_SSL_.*|CERT_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*)$/;

function troubleOf(error: unknown, { silenceMs }: Patience): Trouble {
  const { code = '', message } = mostTelling(error);
  const words = code === '' || message.includes(code) ? message : `${message} (${code})`;
  if (error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError) {
    return { kind: 'timeout', message: `the target kept silent for ${silenceMs / 1000} s` };
  }
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
