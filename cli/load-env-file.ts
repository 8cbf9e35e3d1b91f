import { existsSync } from 'node:fs';
import process from 'node:process';

import { messageOf, UsageError } from '../driver/errors.ts';

/**
 * Adds the variables of a file to the environment, whose own win: of the file that `--dotenv` names, or of `.env` in
 * the working directory, if there is one. Node itself reads it.
 *
 * @throws UsageError when the file that was named cannot be read.
 */
export function loadEnvFile(args: readonly string[]): void {
  const given = args.flatMap((arg, index) => {
    const [flag, ...value] = arg.split('=');
    if (flag !== '--dotenv') return [];
    return [value.length > 0 ? value.join('=') : (args[index + 1] ?? '')];
  });
  const path = given.at(-1);
  if (path === undefined && !existsSync('.env')) return;
  try {
    process.loadEnvFile(path ?? '.env');
  } catch (error) {
    throw new UsageError('BAD_ENV_FILE', `${path ?? '.env'} cannot be read: ${messageOf(error)}`, '', {
      cause: error,
    });
  }
}
