import type { About, RequestKind } from '../contracts/case.ts';
import type { Exchange, SentRequest } from '../driver/exchange.ts';
import type { Outgoing } from '../driver/sender.ts';
import { authorization } from './credentials.ts';
import type { Session } from './session.ts';
import { doubtLimited } from './preflight/doubt-limited.ts';
import { withToken } from './with-token.ts';

/** What it takes to send a request to a target. */
export type Line = Pick<Session, 'base' | 'root' | 'sender' | 'tokens' | 'offers'>;

/** A request below the root of the Management API, before it has a token. */
export interface Call extends Pick<SentRequest, 'body' | 'encoding'> {
  readonly case: string;
  readonly kind: RequestKind;
  readonly about: About;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly contentType?: string;
  readonly accept?: string;
  readonly scheme?: 'bearer';
}

/**
 * Sends a request with the credentials that it is about.
 *
 * @param mayRepeat see {@link Outgoing}.
 */
export async function call(line: Line, next: Call, mayRepeat?: Outgoing['mayRepeat']): Promise<Exchange> {
  const { root, sender, tokens, offers } = line;
  const { case: of, kind, about, method, path, contentType, accept, scheme, ...content } = next;
  const exchange = await withToken(tokens, about.credentials, () => {
    const bearer = authorization(about.credentials, tokens);
    const headers = {
      accept: accept ?? 'application/json',
      ...(bearer === undefined ? {} : { authorization: bearer.replace('Bearer', scheme ?? 'Bearer') }),
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
    };
    const request = { method, url: `${root.url}${path}`, headers, ...content };
    return sender.send({ case: of, kind, about, request, ...(mayRepeat === undefined ? {} : { mayRepeat }) });
  });
  const told = await doubtLimited(line, exchange);
  offers.observe(told);
  return told;
}
