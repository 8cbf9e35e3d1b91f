import { mkdir, readFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { ended, start } from './children.ts';
import { stringIn } from './json.ts';

/** Prism's command line as it is installed, or why there is none. */
export type Prism =
  | { readonly installed: true; readonly version: string; readonly entry: string }
  | { readonly installed: false; readonly reason: string };

const PACKAGE = '@stoplight/prism-cli';
// Where tools keep what can be fetched again: no other tool of the project looks in there.
const FOLDER = fileURLToPath(new URL('../node_modules/.cache/bench-peers/', import.meta.url));

/** Finds Prism, and fetches it where it is not there yet: it is no dependency of this project. */
export async function installPrism(progress: (line: string) => void): Promise<Prism> {
  const found = await findPrism();
  if (found !== undefined) return found;
  progress(`fetching ${PACKAGE}, this once`);
  const problem = await install();
  return (
    (await findPrism()) ?? {
      installed: false,
      reason: `${PACKAGE} could not be fetched (${problem}). With a network at hand, run this again.`,
    }
  );
}

async function findPrism(): Promise<Prism | undefined> {
  try {
    // npm writes this file at the end, so that an installation which was cut off does not count.
    await readFile(join(FOLDER, 'node_modules/.package-lock.json'));
    const folder = join(FOLDER, 'node_modules', PACKAGE);
    const version = stringIn(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')), 'version');
    return { installed: true, version, entry: join(folder, 'dist/index.js') };
  } catch {
    return undefined;
  }
}

async function install(): Promise<string> {
  await mkdir(FOLDER, { recursive: true });
  const npm = start({
    name: 'npm',
    command: 'npm',
    args: [
      'install',
      '--prefix',
      FOLDER,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--fetch-retries=1',
      `${PACKAGE}@5`,
    ],
    // npm is a script: it runs on the first Node that is found, and that is to be the one which runs Prism.
    env: { PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter) },
  });
  const code = await ended(npm);
  const [, error] = /npm error code (\S+)/.exec(npm.lastWords()) ?? [];
  return error ?? `npm ended with ${code ?? 'no exit code'}`;
}
