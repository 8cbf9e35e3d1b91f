import type { Dispatcher } from 'undici';

import type { Headers } from './exchange.ts';
import { Pieces } from './pieces.ts';

/** An answer as its bytes arrived. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  /** Absent where there were more than allowed: nothing more was read then. */
  readonly bytes?: Buffer;
}

/** An answer that was not complete in time. */
export class TooSlowError extends Error {
  override readonly name = 'TooSlowError';
}

/** What reading an answer may take. */
interface Most {
  readonly bytes: number;
  /** From the sending to the last byte. */
  readonly milliseconds: number;
}

/**
 * Dispatches a request and gathers what arrives, without the streams and signals of undici's `request`, which cost more
 * than all else that is done for an answer.
 *
 * @throws TooSlowError when the time is over; else whatever undici has against the request or the answer.
 */
export function receive(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  most: Most,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let late: TooSlowError | undefined;
    let head: Received = { status: 0, headers: {} };
    const pieces = new Pieces();
    const timer = setTimeout(() => {
      late = new TooSlowError('the time is over');
      controller?.abort(late);
      reject(late);
    }, most.milliseconds);
    const settle = (answer: Received): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    const fail = (error: unknown): void => {
      clearTimeout(timer);
      reject(error);
    };
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart: (started) => {
        controller = started;
        // It may have waited for a connection all the while.
        if (late !== undefined) started.abort(late);
      },
      onResponseStart: (_, status, headers) => {
        // What is below 200 only announces an answer.
        if (status >= 200) head = { status, headers: present(headers) };
      },
      onResponseData: (reading, chunk) => {
        if (pieces.length + chunk.length <= most.bytes) {
          pieces.add(chunk);
          return;
        }
        settle(head);
        reading.abort(new Error('more bytes than allowed'));
      },
      onResponseEnd: () => settle({ ...head, bytes: pieces.whole() }),
      onResponseError: (_, error) => fail(error),
    };
    try {
      dispatcher.dispatch(request, handler);
    } catch (error) {
      fail(error);
    }
  });
}

/** Headers without those that undici's types say may be absent. */
function present(headers: Readonly<Record<string, string | string[] | undefined>>): Headers {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string | string[]] => entry[1] !== undefined),
  );
}
