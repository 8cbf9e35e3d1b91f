import process from 'node:process';

import type { Change } from '../changes/change.ts';
import { UsageError } from '../driver/errors.ts';
import { postJson } from '../driver/post-json.ts';
import { slackMessage } from '../reports/slack-message.ts';
import { clock } from './clock.ts';
import { readEnvironment } from './environment.ts';
import { isLoopback } from '../driver/loopback.ts';

/**
 * Where a regression is told, if anywhere. The address is a secret, and no error repeats it.
 *
 * @throws UsageError for what is no address, or would tell the message to whoever listens on the way.
 */
export function webhookFrom(given: string | undefined, variables: NodeJS.ProcessEnv): string | undefined {
  const text = given ?? readEnvironment(variables).webhook;
  if (text === undefined || text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (url !== undefined && isSafe) return url.href;
  throw new UsageError(
    'BAD_WEBHOOK',
    'the webhook is no https address',
    'Give one that begins with https://.',
  );
}

/** Tells a webhook what changed; that nobody takes the message is told on stderr, and changes no exit code. */
export async function notify(webhook: string, change: Change): Promise<void> {
  const trouble = await postJson(webhook, slackMessage(change), clock);
  if (trouble !== undefined) process.stderr.write(`the webhook was not told: ${trouble}\n`);
}
