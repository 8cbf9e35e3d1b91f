import type { Command, Option } from 'commander';

import { messageOf, UsageError } from '../driver/errors.ts';
import type { Config } from './check-config.ts';
import { readConfig } from './config-file.ts';

/** The variable that stands for a flag: `CONFORMANCE_MAX_LIVE` for `--max-live`. */
export const variableFor = (option: Option): string =>
  `CONFORMANCE_${(option.long ?? '').replace(/^--/, '').replaceAll('-', '_').toUpperCase()}`;

/** Flags that say what one call of the command line is to do. */
const ITS_OWN = new Set(['config', 'dotenv', 'id', 'prefix', 'olderThan']);

/** Flags whose values are secrets: their variables have names of their own, and no file may hold them. */
const SECRET = new Set(['token', 'limitedToken', 'webhook']);

const isSecret = (option: Option): boolean => SECRET.has(option.attributeName());

/** The options of a command that a variable or the configuration may set: those that take a value. */
export const settable = ({ options }: Command): readonly Option[] =>
  options.filter(
    (option) => !option.isBoolean() && !ITS_OWN.has(option.attributeName()) && !isSecret(option),
  );

/**
 * Sets what no flag has set: from the environment, else from the configuration.
 *
 * @throws UsageError when a flag, a variable or the configuration is not as it should be.
 */
export async function applySettings(command: Command, variables: NodeJS.ProcessEnv): Promise<void> {
  refuseEmpty(command);
  if (command.options.every((option) => option.attributeName() !== 'config')) return;
  const config: Config = await readConfig(command.getOptionValue('config') as string | undefined);
  for (const option of settable(command)) {
    const key = option.attributeName();
    if (command.getOptionValueSource(key) === 'cli') continue;
    const name = variableFor(option);
    const fromVariable = valueOf(option, variables[name] ?? '');
    if (fromVariable !== undefined) {
      command.setOptionValueWithSource(key, parsed(option, fromVariable, name), 'env');
    } else if (config[key] !== undefined) {
      command.setOptionValueWithSource(
        key,
        parsed(option, config[key], `${key} in the configuration`),
        'config',
      );
    }
  }
}

/**
 * An unset variable of a shell leaves the flag before it empty, and an empty path is a place that nobody meant. An empty
 * token is none, as it is in the environment.
 */
function refuseEmpty(command: Command): void {
  for (const option of command.options.filter((each) => !isSecret(each))) {
    const given: readonly unknown[] = [command.getOptionValue(option.attributeName())].flat();
    if (given.some((value) => typeof value === 'string' && value.trim() === '')) {
      throw new UsageError(
        'EMPTY_FLAG',
        `${option.long ?? option.flags} is empty`,
        'Give it a value, or leave it out.',
      );
    }
  }
}

/** What a variable says; `undefined` where it is blank, which is as good as not set. */
function valueOf({ variadic }: Option, text: string): string | readonly string[] | undefined {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  if (words.length === 0) return undefined;
  return variadic ? words : text;
}

/** A value as the flag would have made it of its text; each of several where it takes several. */
function parsed({ parseArg, variadic }: Option, value: unknown, from: string): unknown {
  if (parseArg === undefined) return value;
  try {
    if (!variadic || !Array.isArray(value)) return parseArg(String(value), undefined);
    return value.reduce((earlier: unknown, each) => parseArg(String(each), earlier), undefined);
  } catch (error) {
    throw new UsageError('BAD_SETTING', `${from} is ${JSON.stringify(value)}: ${messageOf(error)}`, '', {
      cause: error,
    });
  }
}
