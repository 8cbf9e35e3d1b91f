import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ended, start } from './children.ts';

const CLI = fileURLToPath(new URL('../cli/main.ts', import.meta.url));

/** Runs the command line to its end, and gives how long that took in milliseconds; throws unless it succeeds. */
export async function timeCli(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<number> {
  const began = performance.now();
  const child = start({ name: 'the suite', args: [CLI, ...args], ...(env === undefined ? {} : { env }) });
  const code = await ended(child);
  const tookMs = performance.now() - began;
  if (code === 0) return tookMs;
  const [last] = child.lastWords().split('\n').slice(-1);
  throw new Error(`the suite ended with ${code ?? 'no exit code'}: ${last ?? ''}`);
}

/** An environment in which the command line is this client of a mock tenant, whatever the bench's own says. */
export const asClient = ({ clientId, clientSecret }: Client): NodeJS.ProcessEnv => ({
  AUTH0_DOMAIN: '',
  AUTH0_API_TOKEN: '',
  AUTH0_CLIENT_ID: clientId,
  AUTH0_CLIENT_SECRET: clientSecret,
});

interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The report that a run left in a folder. */
export async function reportIn(folder: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'));
}
