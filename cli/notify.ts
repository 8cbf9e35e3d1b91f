import process from 'node:process';

import type { Change } from '../changes/change.ts';
import { UsageError } from '../driver/errors.ts';
import { postJson } from '../driver/post-json.ts';
import { slackMessage } from '../reports/slack-message.ts';
import { clock } from './clock.ts';
import type { CredentialFlags } from './access/credentials-for.ts';
import { readEnvironment, type Environment } from './environment.ts';
import { isLoopback } from '../driver/loopback.ts';

/** Flags that say where a regression is told, and as whom it is found. */
export type WebhookFlags = Pick<
  CredentialFlags,
  'token' | 'limitedToken' | 'limitedClientSecret' | 'origins'
> & {
  readonly webhook?: string;
};

/**
 * Where a regression is told, if anywhere. The address is a secret, and no error repeats it.
 *
 * @throws UsageError for what is no address, or would tell the message to whoever listens on the way, and where only a
 *   file says who is told what credentials of the user's own find out.
 */
export function webhookFrom(flags: WebhookFlags, variables: NodeJS.ProcessEnv): string | undefined {
  const text = flags.webhook ?? readEnvironment(variables).webhook;
  if (text === undefined || text === '') return undefined;
  const isOfFile = flags.webhook === undefined && flags.origins.fromFile.has('CONFORMANCE_WEBHOOK');
  if (isOfFile && usesOwn(flags, variables)) {
    throw new UsageError(
      'WEBHOOK_OF_A_FILE',
      'a file of variables names the webhook, and is told nothing that credentials which it does not hold find out',
      'If you trust it, set CONFORMANCE_WEBHOOK in the environment.',
    );
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (url !== undefined && isSafe) return url.href;
  throw new UsageError(
    'BAD_WEBHOOK',
    'the webhook is no https address',
    'Give one that begins with https://.',
  );
}

/** Whether a run may use credentials that the user gave, and no file. */
function usesOwn(
  { token, limitedToken, limitedClientSecret, origins }: WebhookFlags,
  variables: NodeJS.ProcessEnv,
): boolean {
  const given = readEnvironment(variables);
  const own: readonly (readonly [keyof Environment, string])[] = [
    ['token', 'AUTH0_API_TOKEN'],
    ['clientSecret', 'AUTH0_CLIENT_SECRET'],
    ['limitedToken', 'AUTH0_LIMITED_TOKEN'],
    ['limitedClientSecret', 'AUTH0_LIMITED_CLIENT_SECRET'],
  ];
  return (
    [token, limitedToken, limitedClientSecret].some(Boolean) ||
    own.some(([key, name]) => given[key] !== undefined && !origins.fromFile.has(name))
  );
}

/** Tells a webhook what changed; that nobody takes the message is told on stderr, and changes no exit code. */
export async function notify(webhook: string, change: Change): Promise<void> {
  const trouble = await postJson(webhook, slackMessage(change), clock);
  if (trouble !== undefined) process.stderr.write(`the webhook was not told: ${trouble}\n`);
}
