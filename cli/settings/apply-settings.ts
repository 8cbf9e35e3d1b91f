import type { Command, Option } from 'commander';

import { messageOf, UsageError } from '../../driver/errors.ts';
import type { Config } from './check-config.ts';
import { readConfig } from './config-file.ts';
import { isUsers, originOf, type Origin, type Origins } from './origins.ts';
import { readSwitch } from './read-switch.ts';
import { stayInside } from './stay-inside.ts';
import { isSecret, variableFor } from './variable-names.ts';

/** The options of a command that a variable or the configuration may set: all but secrets. */
export const settable = ({ options }: Command): readonly Option[] =>
  options.filter((option) => !isSecret(option));

/**
 * Sets what no flag has set: from the environment, else from the configuration.
 *
 * @param fromFile names of the variables that come from a file.
 * @returns where each setting comes from; the command has it among its flags as well, as `origins`.
 * @throws UsageError when a flag, a variable or the configuration is not as it should be.
 */
export async function applySettings(
  command: Command,
  variables: NodeJS.ProcessEnv,
  fromFile: ReadonlySet<string>,
): Promise<Origins> {
  refuseEmpty(command);
  const settings: Record<string, Origin> = {};
  const set = (option: Option, value: unknown, from: string, origin: Origin): void => {
    const key = option.attributeName();
    command.setOptionValueWithSource(key, parsed(option, value, from), origin);
    settings[key] = origin;
  };
  for (const option of command.options) {
    const key = option.attributeName();
    const name = variableFor(option);
    const fromVariable = isSecret(option) ? undefined : valueOf(option, variables[name] ?? '', name);
    if (command.getOptionValueSource(key) === 'cli') settings[key] = 'flag';
    else if (fromVariable !== undefined) set(option, fromVariable, name, originOf(name, { fromFile }));
    else settings[key] = 'default';
  }
  const config = await configFor(command);
  for (const option of settable(command)) {
    const key = option.attributeName();
    if (settings[key] !== 'default' || config[key] === undefined) continue;
    set(option, config[key], `${key} in the configuration`, 'configuration');
  }
  keepInside(command, settings);
  const origins = { settings, fromFile };
  command.setOptionValue('origins', origins);
  return origins;
}

/** @throws UsageError where a file or folder that the user has not named lies outside of the working directory. */
function keepInside(command: Command, settings: Readonly<Record<string, Origin>>): void {
  for (const option of command.options.filter(({ flags }) => /<(file|dir)>/.test(flags))) {
    const key = option.attributeName();
    const value: unknown = command.getOptionValue(key);
    const origin = settings[key];
    if (typeof value !== 'string' || isUsers(origin)) continue;
    const flag = option.long ?? '';
    if (origin === 'configuration') stayInside(value, flag, `${key} in the configuration`);
    else stayInside(value, flag, origin === 'env-file' ? variableFor(option) : `${flag} by itself`);
  }
}

/** Nothing, where a command takes no configuration. */
function configFor(command: Command): Promise<Config> {
  if (command.options.every((option) => option.attributeName() !== 'config')) return Promise.resolve({});
  return readConfig(command.getOptionValue('config') as string | undefined);
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

/** What a variable says; `undefined` where it is blank, which is as good as not set, and for a switch that is off. */
function valueOf(option: Option, text: string, name: string): string | true | readonly string[] | undefined {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  if (words.length === 0) return undefined;
  if (option.isBoolean()) return readSwitch(text, name) || undefined;
  return option.variadic ? words : text;
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
