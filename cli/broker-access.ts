import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { UsageError } from '../driver/errors.ts';
import { isLoopback } from '../driver/loopback.ts';
import type { BrokerAccess, Version } from '../pacts/broker.ts';
import { readBrokerAccess } from './environment.ts';
import type { Origins } from './settings/origins.ts';

/**
 * How to reach the broker that the environment names.
 *
 * @throws UsageError when it names none, or one that would see the token in the clear.
 */
export function brokerAccess(
  variables: NodeJS.ProcessEnv,
  origins: Origins,
  timeoutSeconds = 60,
): BrokerAccess {
  const { base, token } = readBrokerAccess(variables, origins);
  if (base === undefined) {
    throw new UsageError('NO_BROKER', 'no Pact Broker is named', 'Set PACT_BROKER_BASE_URL.');
  }
  const url = URL.canParse(base) ? new URL(base) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '') {
    throw new UsageError(
      'BAD_BROKER',
      'PACT_BROKER_BASE_URL is no URL of a broker',
      'Give one such as https://broker.example.com.',
    );
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new UsageError('PLAIN_HTTP', 'PACT_BROKER_BASE_URL would send a token in the clear', 'Use https.');
  }
  return { base, timeoutMs: timeoutSeconds * 1000, ...(token === undefined ? {} : { token }) };
}

/** Variables in which CI systems name the branch, where git knows none. */
const BRANCHES = ['GITHUB_HEAD_REF', 'GITHUB_REF_NAME', 'CI_COMMIT_REF_NAME', 'BITBUCKET_BRANCH'] as const;

/**
 * A version as the flags give it and, where they do not, as git and the CI system tell it.
 *
 * @param flag that takes the version, for the message.
 * @throws UsageError where nobody knows the version.
 */
export async function versionFrom(
  given: {
    readonly version: string | undefined;
    readonly branch: string | undefined;
    readonly tag: readonly string[] | undefined;
  },
  flag: string,
  variables: NodeJS.ProcessEnv,
): Promise<Version> {
  const number = given.version ?? (await git('rev-parse', 'HEAD'));
  if (number === undefined) {
    throw new UsageError('NO_VERSION', 'there is no commit to take the version from', `Give ${flag}.`);
  }
  const named = await git('symbolic-ref', '--short', '-q', 'HEAD');
  const branch = given.branch ?? named ?? BRANCHES.map((name) => variables[name]).find((each) => each);
  return { number, tags: given.tag ?? [], ...(branch === undefined ? {} : { branch }) };
}

async function git(...args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', [...args]);
    return stdout.trim() === '' ? undefined : stdout.trim();
  } catch (error) {
    // No git, no repository, or no branch: the caller knows what to do without.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
