import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Command, Option } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { applySettings } from './settings/apply-settings.ts';
import { readConfig } from './settings/config-file.ts';
import { runCli, startMockProcess, type MockProcess } from './example-process.ts';
import { integer, lasting } from './parse-option.ts';

let dir: string;
let mock: MockProcess;
beforeAll(async () => {
  [dir, mock] = await Promise.all([mkdtemp(join(tmpdir(), 'conformance-')), startMockProcess()]);
});
afterAll(async () => {
  await mock.stop();
  await rm(dir, { recursive: true });
});

/** Writes a configuration and gives its path. */
async function config(text: unknown, name = 'config.json'): Promise<string> {
  const path = join(dir, name);
  await writeFile(path, typeof text === 'string' ? text : JSON.stringify(text));
  return path;
}

/** The settings that a command ends up with. */
async function settings(args: readonly string[], variables: NodeJS.ProcessEnv) {
  const command = new Command('run')
    .exitOverride()
    .option('--config <file>')
    .option('--token <token>')
    .option('--seed <n>', 'a number', integer(0), 1)
    .option('--only <glob...>')
    .addOption(new Option('--depth <depth>').choices(['quick', 'standard']).default('standard'))
    .addOption(new Option('--format <format...>').choices(['json', 'har']).default(['json']))
    .addOption(lasting('--max-time <duration>', 'a duration', '60m'));
  command.parse(args, { from: 'user' });
  await applySettings(command, variables, new Set());
  return command.opts();
}

describe('a setting', () => {
  it('comes from its flag, else its variable, else the configuration, else it has its default', async () => {
    const path = await config({ seed: 3, depth: 'quick', maxTime: '2m', only: ['a.*'] });
    const args = ['--config', path, '--seed', '5'];
    expect(await settings(args, { CONFORMANCE_SEED: '4', CONFORMANCE_MAX_TIME: '90s' })).toMatchObject({
      seed: 5,
      depth: 'quick',
      maxTime: 90_000,
      only: ['a.*'],
    });
    expect(await settings(['--config', path], { CONFORMANCE_SEED: '4' })).toMatchObject({
      seed: 4,
      maxTime: 120_000,
    });
    expect(await settings(['--config', await config({}, 'empty.json')], {})).toMatchObject({
      seed: 1,
      depth: 'standard',
    });
  });

  it('is as strict in a variable as in a flag, and a variable may list', async () => {
    const args = ['--config', await config({}, 'empty.json')];
    await expect(settings(args, { CONFORMANCE_DEPTH: 'abyss' })).rejects.toThrow('Allowed choices');
    expect((await settings(args, { CONFORMANCE_ONLY: 'a.*, !b' }))['only']).toEqual(['a.*', '!b']);
    expect((await settings(args, { CONFORMANCE_FORMAT: 'har json' }))['format']).toEqual(['har', 'json']);
    await expect(settings(args, { CONFORMANCE_FORMAT: 'har pdf' })).rejects.toThrow('Allowed choices');
    expect((await settings(args, { CONFORMANCE_TOKEN: 'secret' }))['token']).toBeUndefined();
  });
});

describe('a configuration', () => {
  it.each<[string, unknown, RegExp]>([
    ['that is no JSON', '{', /cannot be read/],
    ['with a setting that does not exist', { token: 'very-secret' }, /no setting called token/],
    ['with a value of another type', { seed: 'x' }, /seed must be integer/],
    ['with a domain that is an address', { allowTenant: ['https://a.example'] }, /allowTenant\.0 must match/],
  ])('%s is refused', async (_, text, message) => {
    const path = await config(text, 'bad.json');
    await expect(readConfig(path)).rejects.toThrow(message);
    await expect(readConfig(path)).rejects.not.toThrow('very-secret');
  });

  it('that was named and is not there is told', async () => {
    await expect(readConfig(join(dir, 'nowhere.json'))).rejects.toThrow('cannot be read');
  });
});

describe('before a run', () => {
  const nowhere = ['--target', 'https://a.invalid', '--token', 'given-token-value'];

  it('a tenant that nobody allowed is not asked anything', async () => {
    const { code, stderr } = await runCli(['run', ...nowhere, '--state-dir', dir]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^actions-conformance: .*--allow-tenant a\.invalid/);
  });

  it('the plan is told without sending anything', async () => {
    const { code, stdout } = await runCli(['run', ...nowhere, '--dry-run', '--depth', 'quick']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^quick: \d+ cases, \d+ requests \(\d+ create, .*at most 1 on the tenant/s);
  });

  it('the plan counts what is drawn at random', async () => {
    const deep = ['run', '--dry-run', '--depth', 'deep', '--max-requests'];
    const all = await runCli([...deep, '3000']);
    expect(all.stdout).toMatch(/^and up to 2000 requests more for what is drawn at random$/m);
    const some = await runCli([...deep, '400']);
    expect(some.stdout).toMatch(/^and up to [1-9]\d requests more for what is drawn at random$/m);
  });

  it('every setting is told with where it came from, and no secret', async () => {
    await writeFile(join(dir, 'variables'), 'AUTH0_CLIENT_SECRET=of-the-file\nCONFORMANCE_MAX_LIVE=2\n');
    const flags = [
      '--print-config',
      '--dotenv',
      join(dir, 'variables'),
      '--config',
      await config({ seed: 9 }),
    ];
    const { code, stdout } = await runCli(['run', ...nowhere, ...flags]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^maxLive +2 +CONFORMANCE_MAX_LIVE, of a file$/m);
    expect(stdout).toMatch(/^seed +9 +configuration$/m);
    expect(stdout).toMatch(/^token +\[redacted\] +flag$/m);
    expect(stdout).toMatch(/^AUTH0_CLIENT_SECRET +\[redacted\] +file of variables$/m);
    expect(stdout).not.toMatch(/of-the-file|given-token-value/);
  });

  it('a file of variables that is not there is told', async () => {
    const { code, stderr } = await runCli(['run', '--dotenv', join(dir, 'nowhere')]);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/nowhere cannot be read/) as string,
    });
  });
});

describe('the doctor', () => {
  it('finds a mock fit, says what a run costs, and creates nothing', async () => {
    const { code, stdout } = await runCli(
      ['doctor', '--target', mock.url, '--depth', 'quick'],
      mock.environment,
    );
    expect(code).toBe(0);
    expect(stdout).toContain('100 of 100 places for actions are free');
    expect(stdout).toMatch(/quick: \d+ cases/);
    expect(stdout).not.toContain('BAD');
  });

  it.each([
    [
      'whose token is none',
      () => [mock.url, 'x.y.z'],
      /BAD {2}POST \S+ was answered with 401.*Check that the token/,
    ],
    ['that nobody answers for', () => ['http://127.0.0.1:1', 'x.y.z'], /ECONNREFUSED/],
  ])('warns of a target %s', async (_, of, message) => {
    const [target = '', token = ''] = of();
    const { code, stdout, stderr } = await runCli(['doctor', '--target', target, '--token', token]);
    expect(code).toBe(3);
    expect(stdout + stderr).toMatch(message);
    expect(stderr).toMatch(/^actions-conformance: .*Check that|gave no answer/m);
  });
});
