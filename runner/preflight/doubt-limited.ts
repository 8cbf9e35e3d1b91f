import type { Exchange } from '../../driver/exchange.ts';
import { authorization } from '../credentials.ts';
import type { Session } from '../session.ts';

/**
 * An exchange as it was, unless it was sent with a limited token that the target does not know at all: the answer is then
 * about the token, and no answer to the request. A read with the same token tells, once in a run.
 */
export async function doubtLimited(
  { root, sender, tokens }: Pick<Session, 'root' | 'sender' | 'tokens'>,
  exchange: Exchange,
): Promise<Exchange> {
  if (exchange.about.credentials !== 'unscoped') return exchange;
  const message = await tokens.limited.doubt(exchange, () =>
    sender.send({
      case: 'set-up',
      kind: 'read',
      about: { operation: 'list', credentials: 'unscoped', choices: [] },
      request: {
        method: 'GET',
        url: `${root.url}/actions/actions?page=0&per_page=1`,
        headers: { accept: 'application/json', authorization: authorization('unscoped', tokens) ?? '' },
      },
    }),
  );
  return message === undefined ? exchange : { ...exchange, trouble: { kind: 'access', message } };
}
