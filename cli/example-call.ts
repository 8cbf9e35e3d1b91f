import { join } from 'node:path';
import process from 'node:process';

import { vi } from 'vitest';

import { start } from './command-line/start.ts';
import { reportError } from './report-error.ts';

/** What a command left behind when it ended. */
export interface Called {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the command line within the test's own process, as `main.ts` does: a process of its own for each command would
 * take most of the time of a test that needs many.
 */
export async function callCli(
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Called> {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(keep(stdout)),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep(stderr)),
  ];
  for (const name of Object.keys(process.env))
    if (/^(AUTH0_|CONFORMANCE_|JOB_|PACT_BROKER_)/.test(name)) vi.stubEnv(name, undefined);
  // Where nothing can be kept: a test must not leave anything in its user's own folder.
  vi.stubEnv('XDG_STATE_HOME', join(import.meta.filename, 'none'));
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const before = process.exitCode;
  try {
    process.exitCode = 0;
    await start(args);
    return { code: process.exitCode, stdout: stdout.join(''), stderr: stderr.join('') };
  } catch (error) {
    const code = reportError(error, false);
    return { code, stdout: stdout.join(''), stderr: stderr.join('') };
  } finally {
    process.exitCode = before;
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}

const keep =
  (lines: string[]) =>
  (text: string | Uint8Array): boolean =>
    lines.push(String(text)) > 0;
