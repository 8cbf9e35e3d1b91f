import { MASK } from '../contracts/mask.ts';
import { UsageError } from '../driver/errors.ts';
import { isLoopback } from '../driver/loopback.ts';
import type { Access } from '../runner/preflight/tokens-for.ts';
import { checkEnds } from './check-plain.ts';
import { checkToken } from './check-token.ts';
import type { Environment } from './environment.ts';

/** Where a run goes: the embedded mock tenant, a faulty one by name, or a target that somebody gave. */
export type Target =
  | { readonly kind: 'embedded'; readonly like: 'documented' | 'observed' }
  | { readonly kind: 'mutant'; readonly name: string }
  | { readonly kind: 'given'; readonly base: string };

/** What comes after the base URL of a tenant in the address of an operation. */
const OPERATION = /\/(api\/v2\/+[^/].*|oauth\/.+|authorize|userinfo|\.well-known\/.+)$/;

/**
 * Reads `--target`.
 *
 * @throws UsageError for what is no base URL of a tenant, or would send a token in the clear.
 */
export function readTarget(text: string): Target {
  const [, like] = /^mock(?::(.*))?$/.exec(text) ?? [undefined, null];
  if (like === undefined) return { kind: 'embedded', like: 'documented' };
  if (like === 'documented' || like === 'observed') return { kind: 'embedded', like };
  if (like !== null && like !== '') return { kind: 'mutant', name: like };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    url === undefined ||
    !/^https?:$/.test(url.protocol) ||
    url.username !== '' ||
    url.password !== '' ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    throw new UsageError(
      'BAD_TARGET',
      // Whoever puts a password there did not mean to see it in a log.
      `--target ${text.replace(/\/\/[^/]*@/, `//${MASK}@`)} is no base URL of a tenant`,
      /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(text)
        ? `Give https://${text}.`
        : 'Give one such as https://example.eu.auth0.com, mock:documented or mock:observed.',
    );
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new UsageError('PLAIN_HTTP', `--target ${text} would send a token in the clear`, 'Use https.');
  }
  const [operation] = OPERATION.exec(url.pathname) ?? [];
  if (operation !== undefined) {
    throw new UsageError(
      'TARGET_OF_AN_OPERATION',
      `--target ${text} is the address of an operation, and the base URL of a tenant is asked for`,
      `Give ${url.origin}${url.pathname.slice(0, -operation.length)}.`,
    );
  }
  // Copied from documentation, the base URL often comes with the API's own path.
  const path = url.pathname.replace(/\/+$/, '').replace(/\/api\/v2$/, '');
  return { kind: 'given', base: `${url.origin}${path}` };
}

/** The host that a domain or an address names: it is one in whatever case it is written. */
export const hostOf = (domain: string): string =>
  domain
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '');

/**
 * Makes sure that the environment's credentials are those of a target, where `AUTH0_DOMAIN` says whose they are.
 *
 * @throws UsageError where they belong to another tenant.
 */
export function assertOwnTenant(base: string, { domain }: Environment): void {
  const { host } = new URL(base);
  if (domain === undefined || hostOf(domain) === host) return;
  throw new UsageError(
    'OTHER_TENANT',
    `the credentials in the environment are for ${domain}, and the target is ${host}`,
    'Set AUTH0_DOMAIN to the target, unset it, or give --token.',
  );
}

/**
 * How to get a token for a target: the given one, the environment's, or the environment's client.
 *
 * @throws UsageError when there is none that will do, or when the environment's belongs to another tenant.
 */
export function accessTo(
  base: string,
  token: string | undefined,
  environment: Environment,
  audience = environment.audience,
): Access {
  if (token !== undefined && token !== '') {
    checkToken(token, '--token');
    return { by: 'token', token };
  }
  const { clientId, clientSecret } = environment;
  assertOwnTenant(base, environment);
  if (environment.token !== undefined) {
    checkToken(environment.token, 'AUTH0_API_TOKEN');
    return { by: 'token', token: environment.token };
  }
  if (clientId !== undefined && clientSecret !== undefined) {
    checkEnds(clientId, 'AUTH0_CLIENT_ID');
    checkEnds(clientSecret, 'AUTH0_CLIENT_SECRET');
    return { by: 'client', clientId, clientSecret, audience: audience ?? `${base}/api/v2/` };
  }
  throw new UsageError(
    'NO_CREDENTIALS',
    `there are no credentials for ${base}`,
    'Set AUTH0_API_TOKEN, or AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET, or give --token.',
  );
}
