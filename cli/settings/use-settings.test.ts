import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';

import { valueFor } from '../command-line/example-commands.ts';
import { nameOf } from '../command-line/usage-error.ts';
import { program } from '../program.ts';
import type { Origins } from './origins.ts';
import { useSettings } from './use-settings.ts';
import { isSecret, knownVariables, leavesOf, variableFor } from './variable-names.ts';

/** A command of a new command line, by its whole name, as if it had been called without a flag. */
function fresh(name: string): Command {
  const command = leavesOf(program()).find((each) => nameOf(each) === name);
  if (command === undefined) throw new Error(`there is no command ${name}`);
  return command;
}

const known = knownVariables(program());
const flags = leavesOf(program()).flatMap((command) =>
  command.options
    .filter((option) => !isSecret(option) && !['config', 'dotenv'].includes(option.attributeName()))
    .map((option) => ({ name: nameOf(command), variable: variableFor(option), option })),
);

describe('every flag has a variable', () => {
  it.each(flags)('$name: $variable', async ({ name, variable, option }) => {
    const key = option.attributeName();
    const text = option.isBoolean() ? 'yes' : valueFor(option);
    const command = fresh(name);
    await useSettings(command, known, { [variable]: text });
    const flag = option.isBoolean() ? true : (option.parseArg?.(text, undefined) ?? text);
    expect(command.getOptionValue(key)).toEqual(option.variadic ? [flag].flat() : flag);
    expect((command.getOptionValue('origins') as Origins).settings[key]).toBe('environment');
  });

  it.each(flags.filter(({ option }) => option.isBoolean()))(
    '$name: $variable is off, and nothing else than yes or no',
    async ({ name, variable, option }) => {
      for (const text of ['0', 'FALSE', ' no ', '']) {
        const command = fresh(name);
        await useSettings(command, known, { [variable]: text });
        expect(command.getOptionValue(option.attributeName())).toBeUndefined();
      }
      for (const text of ['maybe', '2', 'yes please', 'null'])
        await expect(useSettings(fresh(name), known, { [variable]: text })).rejects.toThrow(
          'neither yes nor no',
        );
    },
  );
});

describe('a variable of the prefix', () => {
  const own = [...known.all].filter((name) => name.startsWith('CONFORMANCE_'));

  it.each(own)('that is nearly %s is an error that names it', async (name) => {
    await expect(
      useSettings(fresh('actions-conformance list'), known, { [`${name}X`]: '1' }),
    ).rejects.toMatchObject({
      message: expect.stringContaining(`${name}X in the environment is no setting`) as string,
      hint: expect.stringContaining(name) as string,
    });
  });

  it('that is like none is an error as well, even where it is blank', async () => {
    for (const value of ['1', ''])
      await expect(
        useSettings(fresh('actions-conformance list'), known, { CONFORMANCE_: value }),
      ).rejects.toThrow('CONFORMANCE_ in the environment is no setting');
  });

  it.each([
    ['CONFORMANCE_TOKEN', 'AUTH0_API_TOKEN'],
    ['CONFORMANCE_LIMITED_TOKEN', 'AUTH0_LIMITED_TOKEN'],
  ])('%s has another name: %s', async (name, right) => {
    await expect(useSettings(fresh('actions-conformance run'), known, { [name]: 'x' })).rejects.toMatchObject(
      {
        hint: `The variable for it is ${right}.`,
      },
    );
  });

  it('of another command is passed over', async () => {
    const command = fresh('actions-conformance list');
    await useSettings(command, known, { CONFORMANCE_MAX_LIVE: '2', OTHER_CONFORMANCE_X: '1' });
    expect(command.getOptionValue('maxLive')).toBeUndefined();
  });
});
