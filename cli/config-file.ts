import { existsSync, readFileSync } from 'node:fs';

import { messageOf, UsageError } from '../driver/errors.ts';
import type { Config } from './check-config.ts';

const STANDARD = 'conformance.config.json';

/**
 * Reads the settings of a file: the given one, or `conformance.config.json` in the working directory, if there is one.
 *
 * @throws UsageError when it cannot be read, or holds what its schema does not know.
 */
export async function readConfig(given: string | undefined): Promise<Config> {
  const path = given ?? STANDARD;
  if (given === undefined && !existsSync(path)) return {};
  const config = parse(path);
  // Few commands find such a file, and none of the others should wait for the validator.
  const { checkConfig } = await import('./check-config.ts');
  return checkConfig(config, path);
}

function parse(path: string): unknown {
  try {
    // Some editors begin a file with a byte order mark.
    return JSON.parse(readFileSync(path, 'utf-8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError('BAD_CONFIG', `the configuration ${path} cannot be read: ${messageOf(error)}`, '', {
      cause: error,
    });
  }
}
