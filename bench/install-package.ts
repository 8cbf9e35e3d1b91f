import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, delimiter, dirname, join } from 'node:path';
import process from 'node:process';

import { cacheFolder } from './cache-folder.ts';
import { ended, start } from './children.ts';

/** A package of npm's at one version, which is no dependency of this project. */
export interface Package {
  readonly name: string;
  /** Exactly one version: what is compared with is to be the same on every machine. */
  readonly version: string;
}

/** Where something was installed, or why it was not. */
export type Installed =
  | { readonly installed: true; readonly folder: string }
  | { readonly installed: false; readonly reason: string };

/**
 * Finds a package of npm's in the cache, and fetches it where it is not there yet.
 *
 * @returns the folder whose `node_modules` holds it.
 */
export async function installPackage(
  { name, version }: Package,
  progress: (line: string) => void,
): Promise<Installed> {
  const spec = `${name}@${version}`;
  return fill(spec, progress, async (folder) => {
    const npm = start({
      name: 'npm',
      command: 'npm',
      args: [
        'install',
        '--prefix',
        folder,
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--fetch-retries=1',
        spec,
      ],
      // npm is a script: it runs on the first Node that is found, and that is to be the one which runs the package.
      env: { PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter) },
    });
    const code = await ended(npm);
    const [, error] = /npm error code (\S+)/.exec(npm.lastWords()) ?? [];
    return code === 0 ? undefined : (error ?? `npm ended with ${code ?? 'no exit code'}`);
  });
}

/**
 * Finds what was fetched before, or fetches it into a new folder that takes its place only when it is whole.
 *
 * @param fetchInto fetches into a folder; gives what went wrong, if anything did.
 */
export async function fill(
  what: string,
  progress: (line: string) => void,
  fetchInto: (folder: string) => Promise<string | undefined>,
): Promise<Installed> {
  const folder = cacheFolder(what.replaceAll('/', '+'));
  if (await exists(folder)) return { installed: true, folder };
  progress(`fetching ${what}, this once`);
  await mkdir(dirname(folder), { recursive: true });
  const unfinished = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  const problem = await fetchInto(unfinished);
  if (problem === undefined) {
    // Somebody else may have fetched it meanwhile: theirs is as good.
    await rename(unfinished, folder).catch((error: unknown) => {
      if (!isTaken(error)) throw error;
    });
  }
  await rm(unfinished, { recursive: true, force: true });
  return problem === undefined
    ? { installed: true, folder }
    : {
        installed: false,
        reason: `${what} could not be fetched (${problem}). With a network at hand, run this again.`,
      };
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST');

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
