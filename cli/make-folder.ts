import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { codeOf } from './code-of.ts';

/**
 * Makes a folder, and those above it that are missing. Node's own recursive way tries for ever where a file system says
 * "not there" of what it refuses to make, as `/proc` does.
 *
 * @throws the file system's error when it cannot be made.
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let each = resolve(path); !existsSync(each); each = dirname(each)) missing.unshift(each);
  for (const each of missing) {
    try {
      mkdirSync(each);
    } catch (error) {
      // Another job may have made it meanwhile; what else it is then, its user finds out.
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}
