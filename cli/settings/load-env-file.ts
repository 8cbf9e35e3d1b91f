import { statSync } from 'node:fs';
import process from 'node:process';
import { parseEnv } from 'node:util';

import { messageOf, UsageError } from '../../driver/errors.ts';
import { visibleLine } from '../../reports/visible.ts';
import { checkVariables } from './check-variables.ts';
import { readSettingsFile } from './read-settings-file.ts';
import { PREFIX, type KnownVariables } from './variable-names.ts';

/** The file of variables in the working directory, which nobody has to name. */
const ENV_FILE = '.env';

/** Variables that steer Node, its certificates or the way to a network: whoever puts one into a file waits for it in vain. */
const STEERING = /^(NODE_\w+|SSL_CERT_(FILE|DIR)|OPENSSL_CONF|((HTTPS?|ALL|NO)_PROXY))$/i;

/**
 * Adds the variables of a file to the environment, whose own win: of the file that is named, or of `.env` in the working
 * directory, if there is one. Only those that a file may set are taken: anybody may have written it.
 *
 * @returns the names of those that were taken.
 * @throws UsageError when the file cannot be read, or sets one of the suite's variables that no file may set.
 */
export function loadEnvFile(
  named: string | undefined,
  known: KnownVariables,
  variables: NodeJS.ProcessEnv,
): ReadonlySet<string> {
  if (named === undefined && !isThere(ENV_FILE)) return new Set();
  const path = named ?? ENV_FILE;
  const found = Object.entries(parse(path, named !== undefined));
  const names = found.map(([name]) => name);
  checkVariables(names, known, path);
  const forbidden = names.find((name) => name.startsWith(PREFIX) && !known.inFiles.has(name));
  if (forbidden !== undefined) {
    throw new UsageError(
      'NOT_FROM_A_FILE',
      `${forbidden} in ${path} would say what one call is to do, and no file may`,
      'Give the flag, or set the variable in the environment.',
    );
  }
  for (const name of names.filter((each) => STEERING.test(each))) {
    process.stderr.write(
      `${visibleLine(`${path}: ${name} is not taken from a file. If you mean it, set it in the environment.`)}\n`,
    );
  }
  const taken = found.filter(([name]) => known.inFiles.has(name) && variables[name] === undefined);
  for (const [name, value] of taken) variables[name] = value;
  return new Set(taken.map(([name]) => name));
}

/** Whether there is such a file; a folder by that name holds an environment of Python's. */
const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === false;

function parse(path: string, isNamed: boolean): Readonly<Record<string, string | undefined>> {
  try {
    return parseEnv(readSettingsFile(path, isNamed));
  } catch (error) {
    throw new UsageError('BAD_ENV_FILE', `${path} cannot be read: ${messageOf(error)}`, '', {
      cause: error,
    });
  }
}
