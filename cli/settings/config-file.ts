import { existsSync } from 'node:fs';

import { messageOf, UsageError } from '../../driver/errors.ts';
import type { Config } from './check-config.ts';
import { readSettingsFile } from './read-settings-file.ts';

const STANDARD = 'conformance.config.json';

/**
 * Reads the settings of a file: the given one, or `conformance.config.json` in the working directory, if there is one.
 *
 * @throws UsageError when it cannot be read, or holds what its schema does not know.
 */
export async function readConfig(given: string | undefined): Promise<Config> {
  const path = given ?? STANDARD;
  if (given === undefined && !existsSync(path)) return {};
  const config = parse(path, given !== undefined);
  // Few commands find such a file, and none of the others should wait for the validator.
  const { checkConfig } = await import('./check-config.ts');
  return checkConfig(config, path);
}

function parse(path: string, isNamed: boolean): unknown {
  try {
    return JSON.parse(readSettingsFile(path, isNamed));
  } catch (error) {
    throw new UsageError('BAD_CONFIG', `the configuration ${path} cannot be read: ${messageOf(error)}`, '', {
      cause: error,
    });
  }
}
