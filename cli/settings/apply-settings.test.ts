import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { applySettings } from './apply-settings.ts';
import { program } from '../program.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'conformance-'));
});
afterAll(() => {
  rmSync(dir, { recursive: true });
});

/** The settings that a command of the command line ends up with; the command itself does nothing. */
async function settings(args: readonly string[], variables: NodeJS.ProcessEnv = {}) {
  const root = program();
  let called: Command | undefined;
  const silence = (command: Command): void => {
    command.commands.forEach(silence);
    if (command.commands.length === 0) command.action(() => undefined);
  };
  silence(root);
  root.hook('preAction', (_, command) => {
    called = command;
  });
  await root.parseAsync(args, { from: 'user' });
  if (called === undefined) throw new Error('no command was called');
  await applySettings(called, variables, new Set());
  return called.opts();
}

/** Writes a configuration and gives the flag that names it. */
function config(text: string): readonly string[] {
  const path = join(dir, 'config.json');
  writeFileSync(path, text);
  return ['--config', path];
}

describe('settings', () => {
  it.each<[command: string, args: readonly string[]]>([
    ['run', []],
    ['nightly', []],
    ['replay', ['a-case']],
    ['doctor', []],
    ['sweep', []],
    ['pact verify', []],
    ['baseline show', []],
    ['baseline accept', []],
    ['baseline prune', []],
  ])('say what %s goes to', async (command, args) => {
    const line = [...command.split(' '), ...args];
    const file = config('{"target": "mock:always-400"}');
    expect((await settings([...line, ...file]))['target']).toBe('mock:always-400');
    const variables = { CONFORMANCE_TARGET: 'mock:observed' };
    expect((await settings([...line, ...file], variables))['target']).toBe('mock:observed');
    const flag = ['--target', 'mock:documented'];
    expect((await settings([...line, ...file, ...flag], variables))['target']).toBe('mock:documented');
  });

  it.each([
    'run',
    'nightly',
    'pact verify',
    'audit a.har',
    'rejudge report.json',
    'report merge report.json',
  ])('say where %s writes, and in which formats', async (command) => {
    const variables = { CONFORMANCE_REPORT_DIR: 'elsewhere', CONFORMANCE_FORMAT: 'json har' };
    expect(await settings([...command.split(' '), ...config('{}')], variables)).toMatchObject({
      reportDir: 'elsewhere',
      format: ['json', 'har'],
    });
  });

  it('say who the audience is wherever there is a token', async () => {
    const audience = 'https://example.eu.auth0.com/api/v2/';
    const line = ['pact', 'verify', ...config(JSON.stringify({ audience }))];
    expect((await settings(line))['audience']).toBe(audience);
  });

  it('may begin with a byte order mark in their file', async () => {
    expect((await settings(['run', ...config('\uFEFF{"seed": 9}')]))['seed']).toBe(9);
  });
});

describe('a variable', () => {
  it.each(['', ' ', ' , '])('that is %j is none', async (blank) => {
    const variables = { CONFORMANCE_ONLY: blank, CONFORMANCE_SEED: blank, CONFORMANCE_FORMAT: blank };
    const set = await settings(['run', ...config('{"only": ["auth.*"]}')], variables);
    expect(set).toMatchObject({ only: ['auth.*'], seed: 1, format: ['json', 'html', 'junit', 'markdown'] });
  });

  it('may have space around what it lists', async () => {
    expect(await settings(['run', ...config('{}')], { CONFORMANCE_ONLY: ' auth.* ' })).toMatchObject({
      only: ['auth.*'],
    });
  });

  it.each([
    ['CONFORMANCE_DEPTH', 'bad', 'CONFORMANCE_DEPTH is "bad": Allowed choices are quick, standard, deep.'],
    ['CONFORMANCE_SEED', 'x', 'CONFORMANCE_SEED is "x": It takes a whole number of at least 0.'],
    ['CONFORMANCE_FORMAT', 'har pdf', 'CONFORMANCE_FORMAT is ["har","pdf"]: Allowed choices are'],
  ])('%s that is %s is named', async (name, value, message) => {
    await expect(settings(['run', ...config('{}')], { [name]: value })).rejects.toThrow(message);
  });
});

describe('an empty flag', () => {
  it.each<[line: string, flag: string]>([
    ['run', '--report-dir'],
    ['run', '--corpus'],
    ['run', '--state-dir'],
    ['run', '--config'],
    ['run', '--only'],
    ['run', '--target'],
    ['nightly', '--history'],
    ['nightly', '--baselines'],
    ['history list', '--history'],
    ['sweep', '--id'],
    ['mock', '--pact'],
  ])('of %s is refused: %s', async (line, flag) => {
    await expect(settings([...line.split(' '), flag, ''])).rejects.toThrow(`${flag} is empty`);
  });

  it('is no token, as in the environment', async () => {
    expect(await settings(['run', ...config('{}'), '--token', ''])).toMatchObject({ token: '' });
  });
});
