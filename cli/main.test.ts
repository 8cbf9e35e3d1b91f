import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { catalogue } from '../contracts/catalogue.ts';
import type { Report } from '../verdicts/report.ts';
import { ended, runCli, startCli, startMockProcess, type MockProcess } from './example-process.ts';

let dir: string;
let mock: MockProcess;
const reportIn = (name: string): string => join(dir, name);
const readReport = async (name: string): Promise<Report> =>
  JSON.parse(await readFile(join(reportIn(name), 'report.json'), 'utf-8')) as Report;

beforeAll(async () => {
  [dir, mock] = await Promise.all([mkdtemp(join(tmpdir(), 'conformance-')), startMockProcess()]);
});

afterAll(async () => {
  await mock.stop();
  await rm(dir, { recursive: true });
});

describe('run', () => {
  it('judges a mock in another process over HTTP, and leaves the whole report', async () => {
    const { code, stdout, stderr } = await runCli(
      ['run', '--target', mock.url, '--limited-token', 'not-a-token', '--report-dir', reportIn('a')],
      mock.environment,
    );
    // The limited token is no token of this tenant, which says nothing of the tenant.
    expect(code).toBe(3);
    expect(stdout).toContain('could not be judged');
    expect(stderr).toMatch(/\d+ cases planned/);
    expect(stdout + stderr).not.toContain(mock.clientSecret);
    expect((await readdir(reportIn('a'))).toSorted()).toEqual([
      'exchanges.ndjson',
      'junit.xml',
      'report.html',
      'report.json',
      'summary.md',
    ]);
    const report = await readReport('a');
    expect(report.target).toEqual({ url: mock.url, kind: 'given' });
    // Two actions by one name would be two at a time, and a tenant is asked for one.
    expect(report.counts.all).toMatchObject({ failed: 0, 'not-exercised': 2, errored: 0 });
  });

  it('is partial without a limited token, and exits with 3', async () => {
    const flags = ['--target', `${mock.url}/api/v2/`, '--depth', 'quick', '--report-dir', reportIn('b')];
    const { code, stdout } = await runCli(['run', ...flags], mock.environment);
    expect(code).toBe(3);
    expect(stdout).toContain('--limited-token');
  });

  it('judges the embedded mock by default, and prints the report and nothing else with --json', async () => {
    const { code, stdout } = await runCli(['run', '--json', '--report-dir', reportIn('c')]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: 'conformant',
      target: { kind: 'embedded mock (documented)' },
      // Missing when the catalogue has changed since: `npm run mutants` proves the suite anew.
      suite: { selfValidation: { falseAlarms: 0 } },
    });
    expect(stdout).toBe(await readFile(join(reportIn('c'), 'report.json'), 'utf-8'));
  });

  it('does what its flags say', async () => {
    const flags = ['--target', 'mock:observed', '--seed', '7', '--depth', 'quick', '--max-requests', '500'];
    const only = ['--only', 'request.name.*', 'lifecycle.*', '!*.repeated'];
    const { code } = await runCli(['run', ...flags, '--report-dir', reportIn('d'), ...only]);
    const report = await readReport('d');
    expect(code).toBe(0);
    expect(report).toMatchObject({ seed: 7, depth: 'quick', only: only.slice(1) });
    expect(report.target.kind).toBe('embedded mock (observed)');
    expect(report.requirements.some(({ id }) => id === 'request.name.required')).toBe(true);
    expect(report.requirements.every(({ id }) => /^(request\.name|lifecycle)\.(?!repeated)/.test(id))).toBe(
      true,
    );
    expect(report.reproduce).toContain("--only 'request.name.*' 'lifecycle.*' '!*.repeated'");
  });

  it('stops when the terminal hangs up, cleans up and still writes the report', async () => {
    const slow = await startMockProcess('--rate-limit', '10/20');
    try {
      const child = startCli(['run', '--target', slow.url, '--report-dir', reportIn('e')], slow.environment);
      const end = ended(child);
      await new Promise((resolve) => child.stderr?.once('data', resolve));
      await new Promise((resolve) => setTimeout(resolve, 800));
      child.kill('SIGHUP');
      const { code, stderr } = await end;
      expect(code).toBe(3);
      expect(stderr).toContain('stopped early: the run was interrupted');
      expect(await readReport('e')).toMatchObject({ verdict: 'partial', actions: { leftOver: 0 } });
    } finally {
      await slow.stop();
    }
  });
});

describe('bad input is told on one line, with what to do', () => {
  const rows: readonly (readonly [string, () => readonly string[], number, RegExp])[] = [
    ['an unknown flag', () => ['run', '--targt', 'x'], 2, /unknown option '--targt'.*--target/],
    ['an unknown command', () => ['runn'], 2, /unknown command 'runn'/],
    ['no command', () => [], 2, /takes the name of a command/],
    ['no command of a group', () => ['report'], 2, /takes the name of a command/],
    [
      'a depth that does not exist',
      () => ['run', '--depth', 'abyss'],
      2,
      /Allowed choices are quick, standard, deep/,
    ],
    ['a seed that is no number', () => ['run', '--seed', 'x'], 2, /whole number/],
    ['a budget of nothing', () => ['run', '--max-requests', '0'], 2, /whole number of at least 1/],
    ['a time without a unit', () => ['run', '--max-time', '90'], 2, /such as 90s/],
    ['a glob that matches nothing', () => ['run', '--only', 'request.nme.*'], 2, /no requirement matches/],
    ['a target that is no URL', () => ['run', '--target', 'tenant'], 2, /no base URL of a tenant/],
    [
      'a mock that does not exist',
      () => ['run', '--target', 'mock:trims-nmes'],
      2,
      /no mock tenant called trims-nmes/,
    ],
    ['a token in the clear', () => ['run', '--target', 'http://a.example.com'], 2, /in the clear/],
    ['no credentials', () => ['run', '--target', mock.url], 2, /no credentials/],
    [
      'a report directory below a file',
      () => ['run', '--report-dir', join(import.meta.filename, 'x')],
      2,
      /no report can/,
    ],
    [
      'a requirement that does not exist',
      () => ['explain', 'request.name.requird'],
      2,
      /there is no requirement/,
    ],
    [
      'a port that is taken',
      () => ['mock', '--port', new URL(mock.url).port],
      2,
      /Port \d+ of 127\.0\.0\.1 is taken\. Stop/,
    ],
    ['a rate limit that is none', () => ['mock', '--rate-limit', 'fast'], 2, /10\/2/],
  ];

  it.concurrent.each(rows)('%s', async (_, args, code, message) => {
    const result = await runCli(args());
    expect(result.code).toBe(code);
    expect(result.stdout).toBe('');
    const lines = result.stderr
      .trimEnd()
      .split('\n')
      .filter((line) => line.startsWith('actions-conformance:'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(message);
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });

  it('says where an error came from with --debug', async () => {
    const { stderr } = await runCli(['run', '--debug', '--target', 'tenant']);
    expect(stderr).toMatch(/\n\s+at /);
  });

  it('a certificate that nobody vouches for', async () => {
    const tls = await startMockProcess('--https');
    try {
      const flags = ['run', '--target', tls.url, '--depth', 'quick', '--report-dir', reportIn('f')];
      const refused = await runCli(flags, tls.environment);
      expect(refused.code).toBe(3);
      expect(refused.stdout).toMatch(/certificate/);
      const trusted = await runCli([...flags, '--only', 'request.name.*'], {
        ...tls.environment,
        NODE_EXTRA_CA_CERTS: tls.caFile,
      });
      expect(trusted.code).toBe(0);
    } finally {
      await tls.stop();
    }
  });

  it('never writes a secret from the environment or a flag', async () => {
    const secret = 'a-very-secret-client-secret';
    const { stderr } = await runCli(['run', '--target', mock.url, '--depth', 'quick', '--token', secret], {
      AUTH0_CLIENT_ID: 'someone',
      AUTH0_CLIENT_SECRET: secret,
    });
    expect(stderr).not.toContain(secret);
  });
});

describe('the other commands', () => {
  it.each([[[]], [['run']], [['mock']], [['doctor']], [['sweep']], [['list']], [['explain']]])(
    '%s --help says what it does',
    async (command) => {
      const { code, stdout, stderr } = await runCli([...command, '--help']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^Usage: actions-conformance/);
    },
  );

  it('list shows requirements, by glob and level, also as JSON', async () => {
    const all = await runCli(['list']);
    const musts = await runCli(['list', '--level', 'MUST', '--json', 'request.name.*']);
    expect(all.stdout.trimEnd().split('\n')).toHaveLength(catalogue.length);
    expect((JSON.parse(musts.stdout) as readonly { id: string }[]).map(({ id }) => id)).toEqual([
      'request.name.required',
      'request.name.type',
      'request.name.echo',
    ]);
  });

  it('list --mutants names faulty tenants, and run judges one', async () => {
    const { stdout } = await runCli(['list', '--mutants']);
    expect(stdout).toContain('mock:trims-names');
    const flags = [
      '--target',
      'mock:lower-cases-names',
      '--only',
      'request.name.*',
      '--report-dir',
      reportIn('h'),
    ];
    expect(await runCli(['run', ...flags])).toMatchObject({ code: 1 });
    expect((await readReport('h')).target.kind).toBe('embedded mock (lower-cases-names)');
  });

  it('list ends quietly when its reader has seen enough', async () => {
    const child = startCli(['list']);
    child.stdout?.destroy();
    let stderr = '';
    child.stderr?.on('data', (chunk) => (stderr += String(chunk)));
    await new Promise((resolve) => child.once('close', resolve));
    expect({ code: child.exitCode, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('explain says where a requirement is written, and how it is exercised and judged', async () => {
    const { stdout } = await runCli(['explain', 'lifecycle.deploy.status']);
    expect(stdout).toContain('/paths/~1actions~1actions~1{id}~1deploy/post/responses/202');
    expect(stdout).toContain('the step deployed of the sequence life');
    expect(stdout).toContain('deploy-answers-200');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'mock says how to reach it, and stops cleanly on %s',
    async (signal) => {
      const child = startCli(['mock', '--like', 'observed']);
      const end = ended(child);
      await new Promise((resolve) => child.stdout?.once('data', resolve));
      child.kill(signal);
      const { code, stdout, stderr } = await end;
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/URL +http:\/\/127\.0\.0\.1:\d+\n/);
      expect(stdout).toMatch(/Client secret +\S+/);
    },
  );
});
