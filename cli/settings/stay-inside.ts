import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { messageOf, UsageError } from '../../driver/errors.ts';
import { codeOf } from '../code-of.ts';
import { isInside } from './real-path.ts';

/**
 * Makes sure that a path which the user has not named leads nowhere outside of the working directory, and, where it is a
 * folder, that no link in it does: a checkout could have files of its user written over.
 *
 * @param flag by which the user may name it.
 * @param from who names it, for the message.
 * @throws UsageError where it leads outside.
 */
export function stayInside(path: string, flag: string, from: string): void {
  const outside = [path, ...linksIn(path)].find((each) => !leadsInside(each));
  if (outside === undefined) return;
  throw new UsageError(
    'LEADS_OUTSIDE',
    `${from} is ${path}, and ${outside === path ? 'that' : outside} leads out of the working directory`,
    `Give ${flag} yourself if it may.`,
  );
}

function leadsInside(path: string): boolean {
  try {
    return isInside(path, '.');
  } catch (error) {
    throw new UsageError('BAD_PATH', `${path} cannot be followed: ${messageOf(error)}`, '', { cause: error });
  }
}

function linksIn(path: string): readonly string[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries.filter((entry) => entry.isSymbolicLink()).map(({ name }) => join(path, name));
  } catch (error) {
    // It is not there yet, or no folder. What cannot be read, whoever uses it tells.
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP'].includes(String(codeOf(error)))) return [];
    throw error;
  }
}
