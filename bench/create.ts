import type { Dispatcher } from 'undici';

/** Where creates go, and as whom. */
export interface Target {
  readonly name: string;
  readonly origin: string;
  readonly path: string;
  readonly token: string;
  /** The process that answers, where its processor time is measured. */
  readonly pid?: number | undefined;
}

/** A target that does not answer at all, or breaks off. */
export class NoAnswer extends Error {}

let created = 0;

/** The body of the next create, of a name never used before. It has as many bytes as characters. */
export function bodyOfNext(): string {
  created += 1;
  return JSON.stringify({
    name: `bench ${created}`,
    supported_triggers: [{ id: 'post-login', version: 'v3' }],
    code: 'exports.onExecutePostLogin = async () => {};',
  });
}

/**
 * Creates an action of a name never used before and gives the text of the answer; throws unless that is 201. Without
 * the streams and promises of `request`, as what sends must not be what is measured.
 */
export function create(dispatcher: Dispatcher, target: Target): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    dispatcher.dispatch(
      {
        origin: target.origin,
        path: target.path,
        method: 'POST',
        headers: { authorization: `Bearer ${target.token}`, 'content-type': 'application/json' },
        body: bodyOfNext(),
      },
      {
        // Undici asks for it; there is nothing to do yet.
        onRequestStart: () => undefined,
        onResponseStart: (_controller, statusCode) => {
          status = statusCode;
        },
        onResponseData: (_controller, chunk) => {
          chunks.push(chunk);
        },
        onResponseEnd: () => {
          const text = Buffer.concat(chunks).toString();
          if (status === 201) resolve(text);
          else reject(new Error(`${target.name} answered ${status} instead of 201: ${text.slice(0, 200)}`));
        },
        onResponseError: (_controller, cause) => {
          reject(new NoAnswer(`${target.name} gave no answer: ${cause.message}`, { cause }));
        },
      },
    );
  });
}
