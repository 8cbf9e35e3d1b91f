import type { Time } from './limiter.ts';
import { isAnswer, Transport } from './transport.ts';

/** How often a message is sent until somebody takes it, and the first pause, which then doubles. */
const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 1000;

/**
 * Posts a message to a webhook; what may pass is tried again.
 *
 * @param url is a secret: it stands in no message of this function.
 * @returns why nobody took it; `undefined` when somebody did.
 */
export async function postJson(
  url: string,
  message: unknown,
  time: Pick<Time, 'pause'>,
): Promise<string | undefined> {
  const transport = new Transport();
  const body = JSON.stringify(message);
  const request = { method: 'POST', url, headers: { 'content-type': 'application/json' }, body };
  try {
    for (let attempt = 1, pause = FIRST_PAUSE_MS; ; attempt += 1, pause *= 2) {
      const outcome = await transport.send(request);
      if (isAnswer(outcome) && outcome.status >= 200 && outcome.status < 300) return undefined;
      const reason = isAnswer(outcome) ? `it answered ${outcome.status}` : outcome.kind;
      const mayPass = !isAnswer(outcome) || outcome.status === 429 || outcome.status >= 500;
      if (!mayPass || attempt === ATTEMPTS)
        return `${reason}${attempt > 1 ? ` to the last of ${attempt} attempts` : ''}`;
      await time.pause(pause);
    }
  } finally {
    await transport.close();
  }
}
