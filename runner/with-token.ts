import type { Credentials } from '../contracts/exercise.ts';
import type { Exchange } from '../driver/exchange.ts';
import type { AccessTokens } from './access-tokens.ts';

/**
 * Sends a request with a token that lasts. One that is about to expire is renewed before; one that the target refuses
 * although it was to be accepted is renewed once, and the request sent again.
 *
 * @param send makes the request anew each time, with the token that is valid then.
 */
export async function withToken(
  tokens: AccessTokens,
  credentials: Credentials,
  send: () => Promise<Exchange>,
): Promise<Exchange> {
  await tokens.refresh();
  let exchange = await send();
  if (credentials === 'valid' && exchange.answer?.status === 401) {
    await tokens.renew(async () => {
      exchange = await send();
      return exchange.answer?.status === 401;
    });
  }
  return exchange;
}
