import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { catalogue } from '../contracts/catalogue.ts';
import type { Json } from '../contracts/expectation.ts';
import { valueAt } from '../contracts/pointer.ts';
import { planFor } from '../properties/plan.ts';
import { runCli, startMockProcess, type Ended } from './example-process.ts';

const FAULTY = 'mock:loses-the-second-of-two-dependencies-beside-secrets';
const CAUSE = 'request.dependencies.echo:/dependencies:changed';

let dir: string;
let corpus: string;
let first: Ended;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'replay-'));
  corpus = join(dir, 'corpus');
  first = await exploring(FAULTY, 'first');
});
afterAll(async () => rm(dir, { recursive: true }));

const exploring = (target: string, reports: string): Promise<Ended> =>
  runCli(
    `run --target ${target} --depth quick --only request.dependencies.echo --explore 400 --seed 7`
      .split(' ')
      .concat('--corpus', corpus, '--report-dir', join(dir, reports)),
  );

describe('a counterexample', () => {
  it('is kept in a file that a person can read, with where it was drawn', async () => {
    expect(first.code).toBe(1);
    expect(first.stderr).toContain(`smallest example of ${CAUSE}`);
    const files = await readdir(corpus);
    expect(files).toEqual([expect.stringMatching(/^request\.dependencies\.echo-[0-9a-f]{12}\.json$/)]);
    const text = await readFile(join(corpus, files[0] ?? ''), 'utf-8');
    expect(text.length).toBeLessThan(3000);
    expect(text).not.toContain('conformance-secret');
    expect(JSON.parse(text)).toMatchObject({ cause: CAUSE, found: { seed: 7 } });
  });

  it('is sent first by the next run, and not looked for again', async () => {
    const next = await exploring(FAULTY, 'second');
    expect(next.code).toBe(1);
    expect(next.stderr).not.toContain('smallest example');
    const report: unknown = JSON.parse(await readFile(join(dir, 'second', 'report.json'), 'utf-8'));
    const [file = ''] = await readdir(corpus);
    expect(report).toMatchObject({ phases: { corpus: { cases: 1 } } });
    expect(file).toContain(valueAt(report as Json, '/exchanges/0/case'));
    expect(await readdir(corpus)).toHaveLength(1);
  });

  it.each([
    ['its file', (file: string) => [join(corpus, file)]],
    ['its id', (file: string) => [/-([0-9a-f]{12})\.json$/.exec(file)?.[1] ?? '', '--corpus', corpus]],
    ['its cause in a report', () => [`${join(dir, 'first', 'report.json')}#${CAUSE}`]],
  ])('is sent again from %s, and still fails', async (_, argsFor) => {
    const [file = ''] = await readdir(corpus);
    const again = await runCli(['replay', ...argsFor(file), '--target', FAULTY]);
    expect(again).toMatchObject({ code: 1, stderr: '' });
    expect(again.stdout).toContain('It still fails');
  });

  it('no longer fails on a tenant that is mended', async () => {
    const [file = ''] = await readdir(corpus);
    const mended = await runCli(['replay', join(corpus, file)]);
    expect(mended).toMatchObject({ code: 0, stderr: '' });
    expect(mended.stdout).toContain('It no longer fails');
  });
});

describe('a finding of a report', () => {
  let report: string;
  beforeAll(async () => {
    const reports = join(dir, 'observed');
    const only = ['lifecycle.deploy.status', 'lifecycle.delete.status'];
    await runCli(['run', '--target', 'mock:observed', '--only', ...only, '--report-dir', reports]);
    report = join(reports, 'report.json');
  });

  it('that is known is not called mended', async () => {
    const again = await runCli(['replay', `${report}#lifecycle.deploy.status`, '--target', 'mock:observed']);
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(/^Sent to .*\(embedded mock \(observed\)\)\.$/m);
    expect(again.stdout).toContain('It still deviates, in a way that is known: deploy-answers-200.');
  });

  it('is sent to the target of the report', async () => {
    const { code, stdout } = await runCli(['replay', `${report}#lifecycle.deploy.status`]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Sent to .*\(embedded mock \(observed\)\)\.$/m);
  });

  it('that is sent to something else is said to be', async () => {
    const flags = ['--target', 'mock:documented'];
    const { code, stdout } = await runCli(['replay', `${report}#lifecycle.deploy.status`, ...flags]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^The report is of .*\(embedded mock \(observed\)\): --target says where to send it\.$/m,
    );
  });
});

describe('what cannot be replayed', () => {
  it.each([
    ['an id that no case has', ['nope']],
    ['a file that is not there', ['missing.json']],
    ['a file of something else', ['package.json']],
    ['a report that is none', ['package.json#x']],
  ])('%s is told on one line, with exit code 2', async (_, args) => {
    const { code, stdout, stderr } = await runCli(['replay', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^actions-conformance: [^\n]+\n$/);
  });

  it('a corpus with a broken file ends a run before anything is sent', async () => {
    const broken = await mkdtemp(join(dir, 'broken-'));
    await writeFile(join(broken, 'a.json'), '{');
    const reports = join(dir, 'third');
    const { code, stderr } = await runCli(['run', '--corpus', broken, '--report-dir', reports]);
    expect(code).toBe(2);
    expect(stderr).toContain('a.json');
  });
});

it('has one action on a tenant at a time, unless it is told otherwise', async () => {
  const twins = planFor(catalogue, 'standard', 1).cases.find(({ requests }) =>
    requests.some(({ about }) => about.at?.sequence === 'same-name'),
  );
  const mock = await startMockProcess();
  try {
    const replay = (...flags: readonly string[]): Promise<Ended> =>
      runCli(
        ['replay', twins?.id ?? '', '--target', mock.url, '--state-dir', join(dir, 'state'), ...flags],
        mock.environment,
      );
    const refused = await replay();
    expect([refused.code, refused.stdout]).toEqual([
      3,
      expect.stringContaining('needs 2 live actions, allowed 1 (--max-live)'),
    ]);
    expect((await replay('--max-live', '2')).code).toBe(0);
  } finally {
    await mock.stop();
  }
});
