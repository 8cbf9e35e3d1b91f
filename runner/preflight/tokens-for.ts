import { fetchAccessToken, type ClientCredentials, type GrantedToken } from '../../driver/access-token.ts';
import { TargetError } from '../../driver/errors.ts';
import type { Time } from '../../driver/limiter.ts';
import type { Redactor } from '../../driver/redaction.ts';
import type { Sender } from '../../driver/sender.ts';
import { readClaims } from '../../driver/token-claims.ts';
import { AccessTokens } from '../access-tokens.ts';
import { LimitedToken } from './limited-token.ts';
import { badForm } from './token-form.ts';

/** How a run gets its token: a given one, or a client that asks for one. */
export type Access =
  { readonly by: 'token'; readonly token: string } | ({ readonly by: 'client' } & ClientCredentials);

/** With what a run is let in. */
export interface TokenOptions {
  /** Base URL of the target. */
  readonly base: string;
  readonly access: Access;
  /** A token of the same tenant without `create:actions`. */
  readonly unscopedToken?: string;
  /** A client of the same tenant that may not create, in place of that token. */
  readonly limitedClient?: ClientCredentials;
  readonly time: Time;
}

/** The tokens of a session, or why there is none. */
export async function tokensFor(
  sender: Sender,
  redactor: Redactor,
  options: TokenOptions,
): Promise<AccessTokens> {
  const { base, access, unscopedToken: given, limitedClient, time } = options;
  const grantTo = (client: ClientCredentials) => async (): Promise<GrantedToken> => {
    const granted = await fetchAccessToken(sender, base, client);
    redactor.learn(granted.token);
    return granted;
  };
  if (given !== undefined) learn(redactor, given);
  if (limitedClient !== undefined) redactor.learn(limitedClient.clientSecret);
  const limited = new LimitedToken(
    { given, grant: limitedClient === undefined ? undefined : grantTo(limitedClient) },
    time,
  );
  if (access.by === 'token') {
    learn(redactor, access.token);
    return new AccessTokens(checked(access.token, time.now()), time, { limited });
  }
  redactor.learn(access.clientSecret);
  const grant = grantTo(access);
  return new AccessTokens(await grant().catch(refusalIn), time, { limited, grant });
}

/** What is around a token that was given is no secret, and may be left out where it comes back. */
function learn(redactor: Redactor, token: string): void {
  const bare = token.replace(/^\s*(authorization:)?\s*bearer\s+/i, '').trim();
  redactor.learn(token, ...(bare === token || bare === '' ? [] : [bare]));
}

function checked(token: string, now: number): GrantedToken | TargetError {
  const form = badForm(token, 'the access token');
  if (form !== undefined) return new TargetError('BAD_TOKEN', form.cause, form.next);
  const claims = readClaims(token);
  if (claims.expiresAt === undefined || claims.expiresAt > now) return { token, ...claims };
  const expired = new Date(claims.expiresAt).toISOString();
  return new TargetError('TOKEN_EXPIRED', `the access token expired on ${expired}`, 'Give a new one.');
}

function refusalIn(error: unknown): TargetError {
  if (error instanceof TargetError) return error;
  throw error;
}
