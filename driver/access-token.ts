import { TargetError } from './errors.ts';
import type { Answer, Exchange, SentExchange } from './exchange.ts';
import { Redactor } from './redaction.ts';
import type { Sender } from './sender.ts';
import { readClaims, scopesOf, type TokenClaims } from './token-claims.ts';

/** A client that may ask for tokens. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The API's identifier: `https://{tenant's own domain}/api/v2/`. */
  readonly audience: string;
}

/** A token with what is known of it. */
export interface GrantedToken extends TokenClaims {
  readonly token: string;
}

/**
 * Asks the target for an access token with the client credentials grant.
 *
 * @param base of the target: credentials go nowhere else.
 * @throws TargetError when the target is unreachable, refuses, or answers no token.
 */
export async function fetchAccessToken(
  sender: Sender,
  base: string,
  { clientId, clientSecret, audience }: ClientCredentials,
): Promise<GrantedToken> {
  const ask = (url: string): Promise<SentExchange> =>
    sender.send({
      case: 'set-up',
      kind: 'token',
      about: { operation: 'read', credentials: 'none', choices: [] },
      request: {
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({
          grant_type: 'client_credentials',
          client_id: clientId,
          client_secret: clientSecret,
          audience,
        }),
      },
    });
  const { origin } = new URL(base);
  let exchange = await ask(`${base}/oauth/token`);
  // Where the base URL is the whole base path of the API, tokens are granted above it.
  if (origin !== base && exchange.answer?.status === 404) exchange = await ask(`${origin}/oauth/token`);
  const { url } = exchange.request;
  if (exchange.answer !== undefined && isNoEndpoint(exchange.answer)) {
    throw new TargetError(
      'NO_TOKEN_ENDPOINT',
      `${url} answered ${exchange.answer.status}: the target has no token endpoint there`,
      'Check the address; where a mock has none, give a token with --token or AUTH0_API_TOKEN.',
    );
  }
  const { status, text } = answerOf(exchange, base);
  const body = parse(text);
  const token = body?.['access_token'];
  if (status === 200 && typeof token === 'string' && token !== '') {
    return { token, ...readClaims(token), ...claimsIn(body ?? {}, exchange) };
  }
  const description = body?.['error_description'];
  const redactor = new Redactor();
  redactor.learn(clientSecret);
  throw new TargetError(
    'TOKEN_REFUSED',
    `${url} answered ${status}${typeof description === 'string' ? `: ${redactor.text(description)}` : ' and no token'}`,
    'Check AUTH0_CLIENT_ID, AUTH0_CLIENT_SECRET and that the client may use the Management API.',
  );
}

/** Statuses with which a server says that there is nothing by this path, or not for this method. */
const NOTHING_HERE: ReadonlySet<number> = new Set([404, 405, 410, 501]);

/** Whether an answer says that no tokens are granted there: it denies the path, or is a page for people. */
function isNoEndpoint({ status, headers }: Answer): boolean {
  const isPage = /text\/html/i.test(String(headers['content-type'] ?? ''));
  return NOTHING_HERE.has(status) || (isPage && status < 500);
}

/** What the answer says of its token: it knows better than the token itself, which may be opaque. */
function claimsIn(
  { scope, expires_in: seconds }: Readonly<Record<string, unknown>>,
  { startedAt }: SentExchange,
): TokenClaims {
  return {
    ...(typeof scope === 'string' ? { scopes: new Set(scopesOf(scope)) } : {}),
    // By this machine's clock, whatever the target's says.
    ...(typeof seconds === 'number' && seconds > 0
      ? { expiresAt: Date.parse(startedAt) + seconds * 1000 }
      : {}),
  };
}

/**
 * The answer of an exchange on which everything else rests.
 *
 * @throws TargetError when there is none.
 */
export function answerOf({ answer, trouble }: Exchange, base: string): NonNullable<Exchange['answer']> {
  if (answer !== undefined && trouble === undefined) return answer;
  throw new TargetError(
    trouble?.kind === 'rate-limited' ? 'RATE_LIMITED' : 'TARGET_UNREACHABLE',
    `${base} gave no answer: ${trouble?.message ?? 'no reason known'}`,
    trouble?.kind === 'intermediary'
      ? 'Run it again later, or from where nothing stands between it and the tenant; check the address.'
      : 'Check the address, that the target is running, and that its certificate is trusted.',
  );
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
