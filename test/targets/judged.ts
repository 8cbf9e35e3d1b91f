import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ended, start } from '../../bench/children.ts';
import type { Report } from '../../verdicts/report.ts';
import type { Running } from './running.ts';
import type { ThirdParty } from './third-party.ts';

const COMMAND = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

/** What the command line came to on one server. */
export interface Judged {
  readonly exitCode: number | null;
  readonly seconds: number;
  readonly stderr: string;
  /** Absent where the run left none. */
  readonly report?: Report;
}

/** Judges a server as its user would: the command line, at standard depth, with any token. */
export async function judge(
  server: ThirdParty,
  { origin, scratch, authority }: Running,
  depth = 'standard',
): Promise<Judged> {
  const token = (await server.token?.(origin)) ?? 'x';
  const reportDir = join(scratch, 'report');
  const folders = ['--report-dir', reportDir, '--state-dir', join(scratch, 'state')];
  const startedAt = performance.now();
  const child = start({
    name: 'actions-conformance',
    args: [
      COMMAND,
      'run',
      '--target',
      origin,
      '--depth',
      depth,
      ...folders,
      '--format',
      'json',
      'html',
      'markdown',
    ],
    cwd: scratch,
    env: {
      AUTH0_API_TOKEN: token,
      ...(authority === undefined ? {} : { NODE_EXTRA_CA_CERTS: authority }),
    },
  });
  const exitCode = await ended(child);
  const seconds = (performance.now() - startedAt) / 1_000;
  const stderr = child.lastWords();
  try {
    const report = JSON.parse(await readFile(join(reportDir, 'report.json'), 'utf8')) as Report;
    return { exitCode, seconds, stderr, report };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { exitCode, seconds, stderr };
    throw error;
  }
}
