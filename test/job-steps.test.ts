import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { runCli, startMockProcess, type MockProcess } from '../cli/example-process.ts';
import { argumentsIn } from './arguments-in.ts';
import { makeCheckout, runStep, stepOf, type StepEnded } from './job-steps.ts';

const ROOT = join(import.meta.dirname, '..');
const NIGHTLY = '.github/workflows/nightly.yml';

let mock: MockProcess;
let checkout: ReturnType<typeof makeCheckout>;
beforeAll(async () => {
  mock = await startMockProcess('--https');
});
afterAll(() => mock.stop());
beforeEach(() => {
  checkout = makeCheckout();
  return checkout.remove;
});

/** Trust in the mock's own certificate. */
const trusting = () => ({ NODE_EXTRA_CA_CERTS: mock.caFile ?? '' });

describe('the step that action.yml runs', () => {
  const run = (inputs: Readonly<Record<string, string>>): Promise<StepEnded> => {
    const all = {
      'client-id': mock.clientId,
      'client-secret': mock.clientSecret,
      token: '',
      'limited-token': '',
      'limited-client-id': '',
      'limited-client-secret': '',
      only: '',
      'max-requests': '',
      'max-creates': '',
      'max-live': '',
      'max-time': '',
      depth: 'quick',
      format: 'json markdown',
      'report-dir': 'out/report',
      'state-dir': 'out/state',
      fail: 'true',
      ...inputs,
    };
    const named = Object.entries(all).map(([name, value]): [string, string] => [`inputs.${name}`, value]);
    // Where the step before it installs a Node of the suite's own.
    const bin = join(checkout.dir, 'actions-conformance-node/node_modules/.bin');
    mkdirSync(bin, { recursive: true });
    if (!existsSync(join(bin, 'node'))) symlinkSync(process.execPath, join(bin, 'node'));
    const values = {
      'github.action_path': ROOT,
      'runner.temp': checkout.dir,
      ...Object.fromEntries(named),
    };
    const variables = { ...trusting(), CONFORMANCE_ONLY: 'request.name.*' };
    return runStep(stepOf('action.yml', 'Run'), values, { dir: checkout.dir, variables });
  };

  it('judges a tenant that it names by its address alone', async () => {
    const ended = await run({ target: mock.url });
    expect(ended).toMatchObject({
      code: 0,
      output: 'code=0\n',
      summary: expect.stringContaining('onformant') as string,
    });
    expect(existsSync(join(checkout.dir, 'out/report/report.json'))).toBe(true);
  });

  it('fails where the target does, unless it is told not to', async () => {
    const target = 'mock:accepts-a-mistyped-name';
    expect(await run({ target })).toMatchObject({ code: 1, output: 'code=1\n' });
    expect(await run({ target, fail: 'false' })).toMatchObject({ code: 0, output: 'code=1\n' });
  });

  it('tells what cannot be judged apart', async () => {
    const { code, output, summary, stderr } = await run({ target: mock.url, 'client-secret': 'another-one' });
    expect([code, output]).toEqual([3, 'code=3\n']);
    expect(summary).toMatch(/^## Partial[^]*MUSTs could be judged.*oauth\/token answered 401/);
    expect(stderr).toContain('/oauth/token answered');
  });
});

describe('the steps of the nightly job', () => {
  const step = (
    name: string,
    values: Readonly<Record<string, string>> = {},
    bin?: string,
  ): Promise<StepEnded> =>
    runStep(
      stepOf(NIGHTLY, name),
      { 'secrets.AUTH0_DOMAIN': new URL(mock.url).host, ...values },
      {
        dir: checkout.dir,
        variables: { ...trusting(), CONFORMANCE_ONLY: 'request.name.*' },
        ...(bin === undefined ? {} : { bin }),
      },
    );
  const night = (changes: Readonly<Record<string, string>> = {}): Promise<StepEnded> =>
    step('Run, compare with the nights before and tell what changed', {
      'secrets.AUTH0_CLIENT_ID': mock.clientId,
      'secrets.AUTH0_CLIENT_SECRET': mock.clientSecret,
      'secrets.AUTH0_LIMITED_CLIENT_ID': '',
      'secrets.AUTH0_LIMITED_CLIENT_SECRET': '',
      'secrets.CONFORMANCE_WEBHOOK': '',
      "inputs.depth || 'standard'": 'quick',
      ...changes,
    });
  const verdict = (code: string): Promise<StepEnded> =>
    step('The verdict', { 'steps.nightly.outputs.code': code });

  it('judge, keep a history, sum up, and end with the verdict of the night', async () => {
    const ended = await night();
    expect(ended).toMatchObject({ code: 0, output: 'code=0\n' });
    expect(existsSync(join(checkout.dir, '.conformance/history.db'))).toBe(true);
    const summary = await step('Summary');
    expect(summary).toMatchObject({ code: 0, summary: expect.stringMatching(/^## No regression/) as string });
    expect((await verdict('0')).code).toBe(0);
  });

  it('say which secrets are missing, and fail', async () => {
    const ended = await night({ 'secrets.AUTH0_DOMAIN': '' });
    expect(ended).toMatchObject({
      code: 2,
      output: '',
      stderr: expect.stringContaining('AUTH0_DOMAIN') as string,
    });
    expect(await step('Summary')).toMatchObject({
      code: 0,
      summary: '',
    });
    expect([(await verdict('')).code, (await verdict('1')).code]).toEqual([3, 1]);
  });

  it.each([
    ['opens an issue for a regression', '1', '', ['issue create --label nightly-regression']],
    ['adds to the one that is open', '1', '17', ['issue comment 17 --body-file issue.md']],
    ['closes it when there is none any more', '0', '17', ['issue close 17 --comment']],
    ['leaves everything as it is where there was none', '0', '', []],
  ])('tell of it where everybody sees it: one that %s', async (_, code, open, calls) => {
    const { dir } = checkout;
    const bin = join(dir, 'bin');
    for (const each of [bin, join(dir, 'reports/out')]) mkdirSync(each, { recursive: true });
    // Stands in for GitHub's own command line: notes each call, and knows which issue is open.
    const gh = ['#!/bin/bash', `echo "$*" >> "${dir}/calls"`, `if [ "$2" = list ]; then echo "${open}"; fi`];
    writeFileSync(join(bin, 'gh'), `${gh.join('\n')}\n`, { mode: 0o755 });
    writeFileSync(join(dir, 'reports/out/summary.md'), `## Regression\n${'é'.repeat(70_000)}`);
    const ended = await step(
      'One issue for a regression, open as long as it lasts',
      {
        'github.token': 'x',
        'needs.nightly.outputs.code': code,
        'github.server_url': 'https://github.example',
        'github.repository': 'somebody/something',
        'github.run_id': '7',
      },
      bin,
    );
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    const told = readFileSync(join(dir, 'calls'), 'utf-8').trimEnd().split('\n');
    expect(told.slice(0, 2)).toEqual([
      expect.stringMatching(/^label create nightly-regression .*--force$/) as string,
      expect.stringMatching(/^issue list --label nightly-regression --state open /) as string,
    ]);
    expect(told.slice(2)).toEqual(calls.map((call) => expect.stringContaining(call) as string));
    const issue = code === '1' ? readFileSync(join(dir, 'issue.md'), 'utf-8') : undefined;
    expect(issue?.split('\n').slice(0, 3)).toEqual(
      code === '1'
        ? ['https://github.example/somebody/something/actions/runs/7', '', '## Regression']
        : undefined,
    );
    expect((issue ?? '').length).toBeLessThan(65_536);
  });
});

describe('the containers of the manifests', () => {
  /** Runs what a container is told to, with its volumes in the checkout. */
  const contained = (path: string, variables: Readonly<Record<string, string>> = {}) => {
    const { dir } = checkout;
    const given = { AUTH0_DOMAIN: new URL(mock.url).host, ...variables };
    const args = argumentsIn(parse(readFileSync(join(ROOT, path), 'utf-8'))).map((word) =>
      word
        .replaceAll(
          /\$\((\w+)\)/g,
          (_, name: string) => new Map(Object.entries(given)).get(name) ?? `(${name})`,
        )
        .replace(/^\/(work|baselines)/, join(dir, '$1')),
    );
    return runCli(args, { ...mock.environment, ...trusting(), ...given, CONFORMANCE_ONLY: 'request.name.*' });
  };

  it('judge a night, and keep its history on the volume', async () => {
    expect(await contained('deploy/cronjob.yaml')).toMatchObject({ code: 0 });
    expect(readdirSync(join(checkout.dir, 'work/state'))).toContain('history.db');
    expect(readdirSync(join(checkout.dir, 'work/reports'))).toContain('summary.md');
  });

  it('judge a part each, and the parts make a whole', async () => {
    const parts = ['0', '1', '2', '3'];
    const ends = await Promise.all(
      parts.map((index) =>
        contained('deploy/indexed-job.yaml', { JOB_COMPLETION_INDEX: index, JOB_COMPLETIONS: '4' }),
      ),
    );
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    const reports = parts.map((index) => join(checkout.dir, 'work/reports', index, 'report.json'));
    const merged = await runCli([
      'report',
      'merge',
      ...reports,
      '--report-dir',
      join(checkout.dir, 'merged'),
    ]);
    expect([merged.code, merged.stdout]).toEqual([0, expect.stringContaining('onformant') as string]);
  });
});
