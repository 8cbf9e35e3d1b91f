import process from 'node:process';

import type { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import packageJson from '../../package.json' with { type: 'json' };
import { callCli } from '../example-call.ts';
import { program } from '../program.ts';
import { leavesOf } from '../settings/variable-names.ts';
import { allCommands, valueFor } from './example-commands.ts';
import { nameOf } from './usage-error.ts';

/** The arguments that a command asks for before its flags. */
const argumentsFor = (command: Command): readonly string[] =>
  command.registeredArguments.filter(({ required }) => required).map(() => 'something');

/** Parses a command line; what was called does nothing. */
async function parse(args: readonly string[]): Promise<Command | undefined> {
  const root = program();
  let called: Command | undefined;
  for (const command of leavesOf(root))
    command.action(() => {
      called = command;
    });
  await root.parseAsync(args, { from: 'user' });
  return called;
}

const flags = allCommands().flatMap(({ words, options }) =>
  options.map((option) => ({ line: words.join(' '), flag: option.long ?? '', words, option })),
);

describe('every flag of every command', () => {
  beforeEach(() => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    for (const name of Object.keys(process.env))
      if (name.startsWith('CONFORMANCE_')) vi.stubEnv(name, undefined);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  // What a file or folder that is named holds is read before a command begins.
  it.each(flags.filter(({ flag }) => !['--config', '--dotenv'].includes(flag)))(
    '$line $flag reaches its command',
    async ({ line, words, option }) => {
      const given = option.isBoolean() ? [] : [valueFor(option)];
      const command = leavesOf(program()).find((each) => nameOf(each).endsWith(` ${line}`));
      if (command === undefined) throw new Error(`there is no command ${line}`);
      const called = await parse([...words, ...argumentsFor(command), option.long ?? '', ...given]);
      expect(called && nameOf(called)).toBe(nameOf(command));
      expect(called?.getOptionValueSource(option.attributeName())).toBe('cli');
    },
  );

  it('is more than a few', () => expect(flags.length).toBeGreaterThan(150));
});

const lines = allCommands().map(({ words }) => ({ line: words.join(' '), words }));

describe('a flag of the whole program', () => {
  it.each(['--version', '-V'])('%s prints the version where it stands alone', async (flag) => {
    expect(await callCli([flag])).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  });

  it.each(lines)('is never taken from $line, wherever it stands', async ({ words }) => {
    const own = program()
      .options.flatMap(({ long, short }) => [long, short])
      .filter((each) => each !== undefined);
    expect(own).toContain('--version');
    for (const flag of own) {
      const around = words.flatMap((_, index) => [[...words.slice(0, index), flag, ...words.slice(index)]]);
      for (const args of [...around, [...words, flag], [...words, flag, '1.2.3'], [...words, `${flag}=1`]]) {
        const { code, stdout, stderr } = await callCli(args);
        expect([args, code, stdout]).toEqual([args, 2, '']);
        expect(stderr).toMatch(/unknown option|asked by itself|takes no more arguments|has no command/);
      }
    }
  });
});

describe('a help text', () => {
  it.each(lines)('of $line is shown where it is asked for, and names each variable', async ({ words }) => {
    const [first, second] = [
      await callCli([...words, '--help']),
      await callCli(['help', ...words.slice(0, 1)]),
    ];
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(first.stdout).toContain(`Usage: actions-conformance ${words.join(' ')}`);
    expect(first.stdout.replaceAll(/\s+/g, ' ')).toContain('[CONFORMANCE_DOTENV]');
  });

  it.each(['can-i-deploy', 'publish', 'verify'])(
    'in the place of what pact %s was asked is an error',
    async (gate) => {
      const asked = ['--pacticipant', 'me', '--app-version', '1'];
      for (const args of [
        ['pact', gate, ...asked, '--help'],
        ['pact', gate, '-h', ...asked],
        ['pact', '--help', gate, ...asked],
        ['--help', 'pact', gate, ...asked],
      ]) {
        expect([args, (await callCli(args)).code]).toEqual([args, 2]);
      }
    },
  );
});
