import process from 'node:process';

import { UsageError } from '../../driver/errors.ts';
import { publishPacts } from '../../pacts/broker.ts';
import { visibleLine } from '../../reports/visible.ts';
import { brokerAccess, versionFrom } from '../broker-access.ts';
import { loadPacts } from '../pact-sources.ts';
import type { Origins } from '../settings/origins.ts';

/** Flags of `pact publish`, as commander parses them. */
export interface PactPublishFlags {
  readonly consumerVersion?: string;
  readonly branch?: string;
  readonly tag?: readonly string[];
  /** In seconds. */
  readonly timeout: number;
  readonly origins: Origins;
}

/** Publishes pact files to the broker; none of them where one is no pact. */
export async function pactPublishCommand(
  files: readonly string[],
  { consumerVersion, branch, tag, timeout, origins }: PactPublishFlags,
  variables: NodeJS.ProcessEnv,
): Promise<void> {
  const access = brokerAccess(variables, origins, timeout);
  const remote = files.find((file) => /^https?:/.test(file));
  if (remote !== undefined) {
    throw new UsageError('NOT_A_FILE', `${remote} is no file`, 'Publish pact files, or a folder of them.');
  }
  const pacts = (await Promise.all(files.map((file) => loadPacts(file)))).flat();
  const version = await versionFrom(
    { version: consumerVersion, branch, tag },
    '--consumer-version',
    variables,
  );
  await publishPacts(
    pacts.map(({ source }) => source),
    version,
    access,
  );
  const where = [
    ...(version.branch === undefined ? [] : [`branch ${version.branch}`]),
    ...version.tags.map((each) => `tag ${each}`),
  ].join(', ');
  const consumers = pacts.map(({ consumer }) => consumer).join(', ');
  process.stdout.write(
    `${visibleLine(`Published: ${consumers}, version ${version.number}${where === '' ? '' : ` (${where})`}, to ${access.base}`)}\n`,
  );
}
