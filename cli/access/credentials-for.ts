import type { ClientCredentials } from '../../driver/access-token.ts';
import { UsageError } from '../../driver/errors.ts';
import type { Access } from '../../runner/preflight/tokens-for.ts';
import { checkToken } from '../check-token.ts';
import { readEnvironment, type Environment } from '../environment.ts';
import { originOf, type Origin, type Origins } from '../settings/origins.ts';
import { accessTo, assertOwnTenant, hostOf } from '../target.ts';
import { ConfirmedTenants } from './confirmed-tenants.ts';
import { mayReceive, type Naming } from './may-receive.ts';

/** Flags that say whom to be at a target. */
export interface CredentialFlags {
  readonly token?: string;
  readonly limitedToken?: string;
  readonly limitedClientId?: string;
  readonly limitedClientSecret?: string;
  /** The API's identifier, where it is not that of the target's own domain. */
  readonly audience?: string;
  readonly allowTenant?: readonly string[];
  readonly origins: Origins;
}

/** What lets somebody in at a target. */
export interface Credentials {
  readonly access: Access;
  /** A token without `create:actions`, or a client whose tokens are without it; empty where there is neither. */
  readonly limited: Pick<Limited, 'unscopedToken' | 'limitedClient'>;
  /** Where each of them was given. */
  readonly from: readonly Origin[];
  /** Who named the target that they go to. */
  readonly naming: Naming;
}

/**
 * The credentials for a target, once it is sure that they may go there.
 *
 * @throws UsageError where there are none, where they belong to another tenant, and where nobody but a file of the
 *   working directory says that they are to go there.
 */
export function credentialsFor(
  base: string,
  flags: CredentialFlags,
  variables: NodeJS.ProcessEnv,
): Credentials {
  const environment = readEnvironment(variables);
  const access = accessTo(base, flags.token, environment, flags.audience);
  const { from: fromLimited, ...limited } = limitedFor(base, flags, environment);
  const from = [...originsOf(access, flags), ...fromLimited];
  const naming = namingOf(base, flags, environment, variables);
  if (!mayReceive(naming, from)) throw notNamed(base, flags);
  return { access, from, naming, limited };
}

/** What is to be refused with 403: a token, or a client that asks for one. */
interface Limited {
  readonly unscopedToken?: string;
  readonly limitedClient?: ClientCredentials;
  readonly from: readonly Origin[];
}

function limitedFor(
  base: string,
  {
    limitedToken: token,
    limitedClientId: id,
    limitedClientSecret: secret,
    origins,
    ...flags
  }: CredentialFlags,
  environment: Environment,
): Limited {
  const from = (name: string): Origin => originOf(name, origins);
  const audience = flags.audience ?? environment.audience ?? `${base}/api/v2/`;
  if (token !== undefined && token !== '') {
    checkToken(token, '--limited-token');
    return { unscopedToken: token, from: ['flag'] };
  }
  const { limitedToken } = environment;
  const clientId = id ?? environment.limitedClientId;
  const clientSecret = secret ?? environment.limitedClientSecret;
  if (limitedToken !== undefined && id === undefined) {
    assertOwnTenant(base, environment);
    checkToken(limitedToken, 'AUTH0_LIMITED_TOKEN');
    return { unscopedToken: limitedToken, from: [from('AUTH0_LIMITED_TOKEN')] };
  }
  if (clientId === undefined && clientSecret === undefined) return { from: [] };
  if (clientId === undefined || clientSecret === undefined) {
    throw new UsageError(
      'HALF_CLIENT',
      `the limited client has ${clientId === undefined ? 'a secret and no id' : 'an id and no secret'}`,
      'Set both AUTH0_LIMITED_CLIENT_ID and AUTH0_LIMITED_CLIENT_SECRET, or neither.',
    );
  }
  if (id === undefined || secret === undefined) assertOwnTenant(base, environment);
  return {
    limitedClient: { clientId, clientSecret, audience },
    from: [
      id === undefined ? from('AUTH0_LIMITED_CLIENT_ID') : 'flag',
      secret === undefined ? from('AUTH0_LIMITED_CLIENT_SECRET') : 'flag',
    ],
  };
}

function originsOf(access: Access, { token, origins }: CredentialFlags): readonly Origin[] {
  const from = (name: string): Origin => originOf(name, origins);
  return access.by === 'client'
    ? [from('AUTH0_CLIENT_ID'), from('AUTH0_CLIENT_SECRET')]
    : [access.token === token ? 'flag' : from('AUTH0_API_TOKEN')];
}

function namingOf(
  base: string,
  { allowTenant = [], origins }: CredentialFlags,
  { domain }: Environment,
  variables: NodeJS.ProcessEnv,
): Naming {
  const { host } = new URL(base);
  const { target = 'default', allowTenant: allowed } = origins.settings;
  return {
    target,
    allowed: allowTenant.some((each) => hostOf(each) === host) ? allowed : undefined,
    domain: domain !== undefined && hostOf(domain) === host ? originOf('AUTH0_DOMAIN', origins) : undefined,
    confirmed: new ConfirmedTenants(variables).has(host),
  };
}

function notNamed(base: string, { origins }: CredentialFlags): UsageError {
  const file = origins.settings['target'] === 'env-file' ? 'a file of variables' : 'the configuration';
  const { host } = new URL(base);
  const once = 'allowTenant' in origins.settings ? `say so once with --allow-tenant ${host}, ` : '';
  return new UsageError(
    'TARGET_OF_A_FILE',
    `${file} names the target ${base}, and credentials that it does not hold go nowhere on its word`,
    `If you trust it, ${once}give --target ${base}, or set AUTH0_DOMAIN beside the credentials.`,
  );
}
