import { lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { isAbandoned, ownTag } from './abandoned.ts';
import { codeOf } from './code-of.ts';

/** Where a file grows until it is whole and takes its place: another process may write the same file. */
export const partOf = (path: string): string => `${path}.${ownTag()}.part`;

/** How the name of a folder begins in which a report is made ready. */
export const stagingPrefix = (): string => `.report-${ownTag()}-`;

const PART = /\.(?:json|jsonl|ndjson)\.([0-9a-f]{8}-\d{1,10})\.part$/;
/** Those of earlier versions bear no machine. */
const EARLIER_PART = /^exchanges\.ndjson\.(\d{1,10})\.part$/;
const STAGING = /^\.report-(?:([0-9a-f]{8}-\d{1,10})-)?[A-Za-z0-9]{6}$/;
const SET_ASIDE = /\.old$/;

/**
 * Removes what processes left in a folder that were killed while they wrote there: files that were not whole, and folders
 * in which a report was made ready. A file that had been set aside for a new one takes its place again, if that is empty.
 *
 * @throws the file system's error when something cannot be removed.
 */
export function removeAbandoned(dir: string): void {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    const [, tag = ''] = PART.exec(entry.name) ?? EARLIER_PART.exec(entry.name) ?? [undefined, undefined];
    if (tag !== '' && entry.isFile() && isOld(path, tag)) rmSync(path, { force: true });
    const staging = STAGING.exec(entry.name);
    if (staging !== null && entry.isDirectory() && isOld(path, staging[1] ?? '')) removeStaging(dir, path);
  }
}

function removeStaging(dir: string, staging: string): void {
  const entries = readdirSync(staging, { withFileTypes: true });
  // The suite puts plain files there, and nothing else.
  if (!entries.every((entry) => entry.isFile())) return;
  for (const { name } of entries.filter((entry) => SET_ASIDE.test(entry.name))) {
    const place = join(dir, name.replace(SET_ASIDE, ''));
    if (ageOf(place) === undefined) renameSync(join(staging, name), place);
  }
  rmSync(staging, { recursive: true, force: true });
}

function isOld(path: string, tag: string): boolean {
  const age = ageOf(path);
  return age !== undefined && isAbandoned(tag, age);
}

/** Milliseconds since something was written; `undefined` where nothing is there, or not any more. */
function ageOf(path: string): number | undefined {
  try {
    return Date.now() - lstatSync(path).mtimeMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
