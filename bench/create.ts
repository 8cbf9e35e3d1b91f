import type { Dispatcher } from 'undici';

/** Where creates go, and as whom. */
export interface Target {
  readonly name: string;
  readonly origin: string;
  readonly path: string;
  readonly token: string;
}

/** A target that does not answer at all, or breaks off. */
export class NoAnswer extends Error {}

let created = 0;

/** Creates an action of a name never used before; throws unless the answer is 201, whose body is still to be read. */
export async function create(dispatcher: Dispatcher, target: Target): Promise<Dispatcher.ResponseData> {
  created += 1;
  const answer = await dispatcher
    .request({
      origin: target.origin,
      path: target.path,
      method: 'POST',
      headers: { authorization: `Bearer ${target.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        name: `bench ${created}`,
        supported_triggers: [{ id: 'post-login', version: 'v3' }],
        code: 'exports.onExecutePostLogin = async () => {};',
      }),
    })
    .catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new NoAnswer(`${target.name} gave no answer: ${reason}`, { cause });
    });
  if (answer.statusCode === 201) return answer;
  const text = await answer.body.text();
  throw new Error(`${target.name} answered ${answer.statusCode} instead of 201: ${text.slice(0, 200)}`);
}
