import type { Command, Option } from 'commander';

import type { Config } from './check-config.ts';
import { readConfig } from './config-file.ts';

/** The variable that stands for a flag: `CONFORMANCE_MAX_LIVE` for `--max-live`. */
export const variableFor = (option: Option): string =>
  `CONFORMANCE_${(option.long ?? '').replace(/^--/, '').replaceAll('-', '_').toUpperCase()}`;

/** Flags that say how the command line itself is to behave. */
const ITS_OWN = new Set([
  'config',
  'dotenv',
  'json',
  'debug',
  'dryRun',
  'printConfig',
  'id',
  'prefix',
  'olderThan',
]);

/** Flags whose values are secrets: their variables have names of their own, and no file may hold them. */
const SECRET = new Set(['token', 'limitedToken', 'webhook']);

/** The options of a command that a variable or the configuration may set. */
export const settable = ({ options }: Command): readonly Option[] =>
  options.filter((option) => !ITS_OWN.has(option.attributeName()) && !SECRET.has(option.attributeName()));

/**
 * Sets what no flag has set: from the environment, else from the configuration.
 *
 * @throws UsageError when the configuration is not as it should be.
 * @throws InvalidArgumentError for a variable that the flag would not take either.
 */
export async function applySettings(command: Command, variables: NodeJS.ProcessEnv): Promise<void> {
  if (command.options.every((option) => option.attributeName() !== 'config')) return;
  const config: Config = await readConfig(command.getOptionValue('config') as string | undefined);
  for (const option of settable(command)) {
    const key = option.attributeName();
    if (command.getOptionValueSource(key) === 'cli') continue;
    const fromVariable = variables[variableFor(option)];
    if (fromVariable !== undefined && fromVariable !== '') {
      const value = option.variadic ? fromVariable.split(/[\s,]+/) : fromVariable;
      command.setOptionValueWithSource(key, parsed(option, value), 'env');
    } else if (config[key] !== undefined) {
      command.setOptionValueWithSource(key, parsed(option, config[key]), 'config');
    }
  }
}

/** A value as the flag would have made it of its text; each of several where it takes several. */
function parsed({ parseArg, variadic }: Option, value: unknown): unknown {
  if (parseArg === undefined) return value;
  if (!variadic || !Array.isArray(value)) return parseArg(String(value), undefined);
  return value.reduce((earlier: unknown, each) => parseArg(String(each), earlier), undefined);
}
