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
  /** The API's identifier, where it is not that of the target's own domain. */
  readonly audience?: string;
  readonly allowTenant?: readonly string[];
  readonly origins: Origins;
}

/** What lets somebody in at a target. */
export interface Credentials {
  readonly access: Access;
  /** A token without `create:actions`. */
  readonly unscopedToken?: string;
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
  const unscopedToken = limitedToken(base, flags, environment);
  const from = originsOf(access, unscopedToken, flags);
  const naming = namingOf(base, flags, environment, variables);
  if (!mayReceive(naming, from)) throw notNamed(base, flags);
  return { access, from, naming, ...(unscopedToken === undefined ? {} : { unscopedToken }) };
}

function limitedToken(base: string, flags: CredentialFlags, environment: Environment): string | undefined {
  if (flags.limitedToken !== undefined && flags.limitedToken !== '') {
    checkToken(flags.limitedToken, '--limited-token');
    return flags.limitedToken;
  }
  const { limitedToken: token } = environment;
  if (token === undefined) return undefined;
  assertOwnTenant(base, environment);
  checkToken(token, 'AUTH0_LIMITED_TOKEN');
  return token;
}

function originsOf(
  access: Access,
  unscopedToken: string | undefined,
  { token, limitedToken: limited, origins }: CredentialFlags,
): readonly Origin[] {
  const from = (name: string): Origin => originOf(name, origins);
  const first: readonly Origin[] =
    access.by === 'client'
      ? [from('AUTH0_CLIENT_ID'), from('AUTH0_CLIENT_SECRET')]
      : [access.token === token ? 'flag' : from('AUTH0_API_TOKEN')];
  if (unscopedToken === undefined) return first;
  return [...first, unscopedToken === limited ? 'flag' : from('AUTH0_LIMITED_TOKEN')];
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
