import { lstat, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { messageOf, UsageError } from '../driver/errors.ts';
import { removeAbandoned, stagingPrefix } from './abandoned-files.ts';
import { codeOf } from './code-of.ts';
import { makeFolder } from './make-folder.ts';

/**
 * Makes sure that a report can be written before anything is sent.
 *
 * @throws UsageError when it cannot.
 */
export async function prepareReportDir(dir: string): Promise<void> {
  try {
    makeFolder(dir);
    removeAbandoned(dir);
    await rm(await stagingIn(dir), { recursive: true });
  } catch (error) {
    throw unwritable(dir, error);
  }
}

/**
 * Writes the files of a report, all or none: they are complete beside their places before the first old one goes.
 *
 * @param obsolete names of files of an earlier report, which would lie beside this one and say something else.
 * @returns their paths.
 * @throws UsageError when they cannot be written; what was there before is then there again.
 */
export async function writeReports(
  dir: string,
  files: ReadonlyMap<string, string>,
  obsolete: readonly string[] = [],
): Promise<readonly string[]> {
  const names = [...files.keys()];
  let staging: string | undefined;
  try {
    staging = await stagingIn(dir);
    for (const [name, text] of files) await writeFile(join(staging, name), text, { flush: true });
    await replaceAll(dir, staging, names, obsolete);
  } catch (error) {
    throw unwritable(dir, error);
  } finally {
    if (staging !== undefined) await rm(staging, { recursive: true, force: true });
  }
  return names.map((name) => join(dir, name));
}

async function replaceAll(
  dir: string,
  staging: string,
  names: readonly string[],
  obsolete: readonly string[],
): Promise<void> {
  const replaced: { readonly name: string; readonly hadOld: boolean }[] = [];
  try {
    for (const name of names) {
      const hadOld = await renameIfThere(join(dir, name), join(staging, `${name}.old`));
      replaced.push({ name, hadOld });
      await rename(join(staging, name), join(dir, name));
    }
    for (const name of obsolete) {
      if (!(await isFile(join(dir, name)))) continue;
      replaced.push({ name, hadOld: await renameIfThere(join(dir, name), join(staging, `${name}.old`)) });
    }
  } catch (error) {
    for (const { name, hadOld } of replaced) {
      if (hadOld) await rename(join(staging, `${name}.old`), join(dir, name));
      else await rm(join(dir, name), { force: true });
    }
    throw error;
  }
}

async function renameIfThere(from: string, to: string): Promise<boolean> {
  try {
    // Somebody's folder by the name of a report file is not ours to move.
    if ((await lstat(from)).isDirectory()) throw new Error(`${from} is a directory`);
    await rename(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

async function isFile(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => undefined);
  return stats?.isFile() === true;
}

const stagingIn = (dir: string): Promise<string> => mkdtemp(join(dir, stagingPrefix()));

/** The error for a report that cannot be written. */
export function unwritable(dir: string, error: unknown): UsageError {
  return new UsageError(
    'UNWRITABLE',
    `no report can be written to ${dir}: ${messageOf(error)}`,
    'Give another --report-dir.',
    { cause: error },
  );
}
