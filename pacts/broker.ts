import { resolve } from 'node:path';

import { isObject } from '../contracts/pointer.ts';
import { jsonIn } from '../contracts/parse-json.ts';
import { TargetError, UsageError } from '../driver/errors.ts';
import { Redactor } from '../driver/redaction.ts';
import { runTool } from './tool.ts';

/** How to reach a Pact Broker. */
export interface BrokerAccess {
  readonly base: string;
  readonly token?: string;
  /** How long the broker may take for everything, in milliseconds. */
  readonly timeoutMs: number;
}

/** A version of an application, as a broker knows it. */
export interface Version {
  readonly number: string;
  readonly branch?: string;
  readonly tags: readonly string[];
}

/**
 * Publishes pact files as those of this version of their consumers.
 *
 * @throws UsageError where the broker has other content for this version already, TargetError for all else that fails.
 */
export async function publishPacts(
  files: readonly string[],
  { number, branch, tags }: Version,
  access: BrokerAccess,
): Promise<void> {
  await call(
    [
      'publish',
      // A name that begins with a dash would be a flag, such as one that names another broker.
      ...files.map((file) => resolve(file)),
      `--consumer-app-version=${number}`,
      ...(branch === undefined ? [] : [`--branch=${branch}`]),
      ...(tags.length === 0 ? [] : [`--tag=${tags.join(',')}`]),
    ],
    access,
  );
}

/** Tells the broker of a version of an application, its branch and its tags. */
export async function recordVersion(
  pacticipant: string,
  { number, branch, tags }: Version,
  access: BrokerAccess,
): Promise<void> {
  const version = [`--pacticipant=${pacticipant}`, `--version=${number}`];
  if (branch !== undefined) {
    await call(['create-or-update-version', ...version, `--branch=${branch}`], access);
  }
  for (const tag of tags)
    await call(['create-version-tag', ...version, `--tag=${tag}`, '--auto-create-version'], access);
}

/** Where a version is to go: into an environment, or beside the latest of a tag. */
export type Destination = { readonly environment: string } | { readonly tag: string };

/** Whether a version may be deployed, and what the broker says about it. */
export interface Deployability {
  readonly deployable: boolean;
  readonly reason: string;
}

/**
 * Asks the broker whether a version works with everything that is where it is to go.
 *
 * @throws TargetError where the broker does not say.
 */
export async function canIDeploy(
  pacticipant: string,
  version: string,
  to: Destination,
  access: BrokerAccess,
): Promise<Deployability> {
  const output = await call(
    [
      'can-i-deploy',
      `--pacticipant=${pacticipant}`,
      `--version=${version}`,
      '--output=json',
      'environment' in to ? `--to-environment=${to.environment}` : `--to=${to.tag}`,
    ],
    access,
  );
  // The tool ends well even where the answer is no: only what the broker says counts.
  const summary = summaryIn(output);
  if (summary === undefined) {
    throw new TargetError(
      'BROKER_UNCLEAR',
      `the broker does not say whether ${pacticipant} ${version} can be deployed`,
    );
  }
  return summary;
}

function summaryIn(output: string): Deployability | undefined {
  const start = output.indexOf('{');
  const answer = start < 0 ? undefined : jsonIn(output.slice(start));
  const summary = isObject(answer) ? answer['summary'] : undefined;
  if (!isObject(summary) || typeof summary['deployable'] !== 'boolean') return undefined;
  const { deployable, reason } = summary;
  return { deployable, reason: typeof reason === 'string' ? reason : 'the broker gives no reason' };
}

/** Runs the broker's command line; its words are told where it fails. */
async function call(args: readonly string[], { base, token, timeoutMs }: BrokerAccess): Promise<string> {
  const { code, output } = await runTool(['broker', ...args], {
    environment: {
      PACT_BROKER_BASE_URL: base,
      // Not on the command line, where everybody on the machine could read it.
      ...(token === undefined ? {} : { PACT_BROKER_TOKEN: token }),
      PACT_BROKER_HTTP_RETRIES: '1',
    },
    timeoutMs,
  });
  if (code === 0) return output;
  throw brokerError(base, code === null ? undefined : toldBy(output, token), timeoutMs);
}

function brokerError(base: string, told: string | undefined, timeoutMs: number): Error {
  if (told === undefined) {
    return new TargetError(
      'BROKER_TIMEOUT',
      `the broker at ${base} did not answer within ${timeoutMs / 1000} s`,
    );
  }
  const message = `the broker at ${base} refused: ${told}`;
  if (/\b40[13]\b/.test(told)) return new TargetError('BROKER_REFUSED', message, 'Check PACT_BROKER_TOKEN.');
  if (/\b409\b|cannot change the content/i.test(told)) {
    return new UsageError('BROKER_CONFLICT', message, 'Publish what changed under another version.');
  }
  return new TargetError('BROKER_FAILED', message, 'Check PACT_BROKER_BASE_URL and that the broker is up.');
}

/** What the tool says went wrong, on one line and without the token. */
function toldBy(output: string, token: string | undefined): string {
  const redactor = new Redactor();
  if (token !== undefined) redactor.learn(token);
  const lines = output.split('\n').map((line) => line.replace(/^[^\p{L}\p{N}]+/u, '').trim());
  const start = Math.max(
    lines.findIndex((_, index) => /❌|^error/.test(output.split('\n')[index] ?? '')),
    0,
  );
  const told = lines.slice(start).filter((line) => line !== '');
  return redactor.text([...new Set(told)].slice(0, 4).join(' ')).slice(0, 400) || 'it gave no reason';
}
