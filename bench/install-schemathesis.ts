import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ended, start } from './children.ts';

/** The version that is compared with: a newer one may find more, or send more. */
export const VERSION = '4.32.5';

const FOLDER = fileURLToPath(new URL(`../node_modules/.cache/schemathesis-${VERSION}/`, import.meta.url));
const COMMAND = join(FOLDER, 'bin/st');

/**
 * Finds Schemathesis, and fetches it where it is not there yet: it is no dependency of this project.
 *
 * @returns its command.
 * @throws Error where it cannot be fetched.
 */
export async function installSchemathesis(progress: (line: string) => void): Promise<string> {
  if (await exists(COMMAND)) return COMMAND;
  progress(`fetching schemathesis ${VERSION}, this once`);
  await run('python3', ['-m', 'venv', FOLDER]);
  await run(join(FOLDER, 'bin/pip'), ['install', '--quiet', `schemathesis==${VERSION}`]);
  return COMMAND;
}

async function run(command: string, args: readonly string[]): Promise<void> {
  const child = start({ name: command, command, args });
  const code = await ended(child);
  if (code !== 0) throw new Error(`${command} ended with ${code ?? 'no exit code'}: ${child.lastWords()}`);
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
