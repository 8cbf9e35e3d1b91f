import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { messageOf, TargetError } from '../driver/errors.ts';

/**
 * Makes a folder for what Pact's tools read and write.
 *
 * @throws TargetError where there is no place for one: what was to be played cannot be judged then.
 */
export async function makeTemporaryFolder(prefix: string): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), prefix));
  } catch (error) {
    throw new TargetError(
      'NO_TEMPORARY_FOLDER',
      `nothing can be written to ${tmpdir()}: ${messageOf(error)}`,
      'Set TMPDIR to a folder with room.',
      { cause: error },
    );
  }
}
