import process from 'node:process';

import { UsageError } from '../../driver/errors.ts';
import { canIDeploy } from '../../pacts/broker.ts';
import { visibleLine } from '../../reports/visible.ts';
import type { Origins } from '../settings/origins.ts';
import { brokerAccess, versionFrom } from '../broker-access.ts';

/** Flags of `pact can-i-deploy`, as commander parses them. */
export interface CanIDeployFlags {
  readonly pacticipant?: string;
  readonly appVersion?: string;
  readonly toEnvironment?: string;
  readonly to?: string;
  /** In seconds. */
  readonly timeout: number;
  readonly origins: Origins;
}

/** Asks the broker whether a version may be deployed; 1 is the exit code where it may not. */
export async function canIDeployCommand(
  { pacticipant, appVersion, toEnvironment, to, timeout, origins }: CanIDeployFlags,
  variables: NodeJS.ProcessEnv,
): Promise<void> {
  const access = brokerAccess(variables, origins, timeout);
  if (pacticipant === undefined) {
    throw new UsageError('NO_PACTICIPANT', 'it is not said what is to be deployed', 'Give --pacticipant.');
  }
  const destination = toEnvironment === undefined ? to : undefined;
  if ((toEnvironment === undefined) === (to === undefined)) {
    throw new UsageError(
      'NO_DESTINATION',
      'where it is to go is not clear',
      'Give either --to-environment or --to.',
    );
  }
  const { number } = await versionFrom(
    { version: appVersion, branch: undefined, tag: undefined },
    '--app-version',
    variables,
  );
  const { deployable, reason } = await canIDeploy(
    pacticipant,
    number,
    destination === undefined ? { environment: toEnvironment ?? '' } : { tag: destination },
    access,
  );
  const answer = deployable ? 'Yes' : 'No';
  process.stdout.write(
    `${visibleLine(`${answer}: ${pacticipant} ${number} to ${toEnvironment ?? destination ?? ''}: ${reason}`)}\n`,
  );
  if (!deployable) process.exitCode = 1;
}
