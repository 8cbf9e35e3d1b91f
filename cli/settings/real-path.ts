import { readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

import { codeOf } from '../code-of.ts';

/** What the file system says of what is not there, below a file included. */
const MISSING: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR']);

/** More links than this in a row lead round in a circle. */
const MOST_LINKS = 40;

/**
 * Where a path leads once every link in it is followed, also where what it leads to is not there yet.
 *
 * @throws Error where links lead round in a circle, and the file system's own where it cannot be followed.
 */
export function realPath(path: string, links = MOST_LINKS): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (!MISSING.has(codeOf(error))) throw error;
  }
  const folder = dirname(resolve(path));
  if (folder === resolve(path)) return folder;
  const place = join(realPath(folder, links), basename(path));
  const next = linkAt(place);
  if (next === undefined) return place;
  if (links === 0) throw new Error('its links lead round in a circle');
  return realPath(resolve(dirname(place), next), links - 1);
}

function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch (error) {
    // Nothing is there, or something that is no link.
    if (MISSING.has(codeOf(error)) || codeOf(error) === 'EINVAL') return undefined;
    throw error;
  }
}

/** Whether a path leads into a folder, or to it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(realPath(folder), realPath(path));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
