import type { About, RequestKind } from '../contracts/case.ts';
import type { Exchange, SentRequest } from '../driver/exchange.ts';
import { authorization } from './credentials.ts';
import { API, type Session } from './session.ts';

/** What it takes to send a request to a target. */
export type Line = Pick<Session, 'base' | 'sender' | 'tokens'>;

/** A request below the root of the Management API, before it has a token. */
export interface Call extends Pick<SentRequest, 'body' | 'encoding'> {
  readonly case: string;
  readonly kind: RequestKind;
  readonly about: About;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly contentType?: string;
}

/**
 * Sends a request with the credentials that it is about. A token that is about to expire is renewed before; one that
 * the target refuses although it was to be accepted is renewed once, and the request sent again.
 */
export async function call(
  { base, sender, tokens }: Line,
  { case: of, kind, about, ...rest }: Call,
): Promise<Exchange> {
  const send = (): Promise<Exchange> => {
    const request = {
      method: rest.method,
      url: `${base}${API}${rest.path}`,
      headers: headersFor(authorization(about.credentials, tokens), rest.contentType),
      ...(rest.body === undefined ? {} : { body: rest.body }),
      ...(rest.encoding === undefined ? {} : { encoding: rest.encoding }),
    };
    return sender.send({ case: of, kind, about, request });
  };
  await tokens.refresh();
  let exchange = await send();
  if (about.credentials === 'valid' && exchange.answer?.status === 401) {
    await tokens.renew(async () => {
      exchange = await send();
      return exchange.answer?.status === 401;
    });
  }
  return exchange;
}

const headersFor = (bearer: string | undefined, contentType: string | undefined) => ({
  accept: 'application/json',
  ...(bearer === undefined ? {} : { authorization: bearer }),
  ...(contentType === undefined ? {} : { 'content-type': contentType }),
});
