import { join } from 'node:path';

import { messageOf, UsageError } from '../../driver/errors.ts';
import { isLoopback } from '../../driver/loopback.ts';
import { codeOf } from '../code-of.ts';
import { isUsers } from '../settings/origins.ts';
import { readSettingsFile } from '../settings/read-settings-file.ts';
import { ConfirmedTenants } from './confirmed-tenants.ts';
import type { CredentialFlags, Credentials } from './credentials-for.ts';
import { areOfFile } from './may-receive.ts';

/**
 * Makes sure that actions are created only on a tenant that somebody named on purpose: in `--target`, and the first
 * time once more. A server on this machine needs no permission. What the user says by a flag or the environment is
 * remembered; what a file of the working directory says counts where the user named the target, or where nothing of the
 * user's own is sent.
 *
 * @throws UsageError for any other tenant, and where what was allowed earlier cannot be read.
 */
export function checkAllowed(
  base: string,
  { stateDir }: CredentialFlags & { readonly stateDir: string },
  { from, naming }: Pick<Credentials, 'from' | 'naming'>,
  variables: NodeJS.ProcessEnv,
): void {
  const { host, hostname } = new URL(base);
  const isLocal = isLoopback(hostname);
  if (naming.confirmed || (isLocal && isUsers(naming.target))) return;
  if (isUsers(naming.allowed)) {
    new ConfirmedTenants(variables).add(host);
    return;
  }
  const filesCount = isUsers(naming.target) || areOfFile(from);
  if (isLocal || (filesCount && (naming.allowed !== undefined || allowedEarlier(stateDir).includes(host))))
    return;
  throw new UsageError(
    'TENANT_NOT_ALLOWED',
    `a run creates and deletes actions on ${host}, and nobody has allowed that yet`,
    `If it is a development tenant, say so once with --allow-tenant ${host}${filesCount ? ', or in conformance.config.json' : ''}.`,
  );
}

/** What was allowed before it was remembered outside of checkouts. */
function allowedEarlier(stateDir: string): readonly unknown[] {
  try {
    const known: unknown = JSON.parse(readSettingsFile(join(stateDir, 'allowed-tenants.json'), false));
    return Array.isArray(known) ? (known as readonly unknown[]) : [];
  } catch (error) {
    // A file that is not there, or not whole, allows nothing.
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') return [];
    throw new UsageError(
      'UNUSABLE_STATE',
      `the folder ${stateDir} cannot be used: ${messageOf(error)}`,
      'Give another --state-dir.',
      { cause: error },
    );
  }
}
