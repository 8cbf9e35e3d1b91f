import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Matrix } from '../changes/matrix.ts';
import schema from '../changes/matrix.schema.json' with { type: 'json' };
import { htmlMessages } from '../reports/example-html.ts';
import type { Report } from '../verdicts/report.ts';
import { callCli } from './example-call.ts';
import { runCli } from './example-process.ts';

const FAULTY = 'mock:accepts-a-mistyped-name';
const SCOPE = ['--depth', 'quick'];
const isMatrix = formats.default(new Ajv2020()).compile(schema);

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'conformance-merge-'));
  const parts = [1, 2, 3, 4].map((part) => `--shard=${part}/4`);
  await Promise.all(
    parts.map((flag, index) =>
      runCli(['run', '--target', FAULTY, ...SCOPE, flag, '--report-dir', inDir(`s${index + 1}`)]),
    ),
  );
  await callCli(['run', '--target', FAULTY, ...SCOPE, '--report-dir', inDir('whole')]);
  await callCli(['run', ...SCOPE, '--report-dir', inDir('honest')]);
}, 60_000);
afterAll(async () => rm(dir, { recursive: true }));

const inDir = (name: string): string => join(dir, name);
const reportIn = (name: string): string => join(dir, name, 'report.json');
const readReport = async (name: string): Promise<Report> =>
  JSON.parse(await readFile(reportIn(name), 'utf-8')) as Report;
const merge = (names: readonly string[], to: string) =>
  callCli(['report', 'merge', ...names.map(reportIn), '--report-dir', inDir(to)]);

describe('four shards of a run, each in a process of its own', () => {
  it('come to the same verdicts and deviations as one run, in whatever order they are merged', async () => {
    const { code, stdout } = await merge(['s3', 's1', 's4', 's2'], 'merged');
    expect([code, stdout]).toEqual([1, expect.stringContaining('request.name.type')]);
    const [merged, whole] = [await readReport('merged'), await readReport('whole')];
    const told = ({ requirements }: Report): readonly unknown[] =>
      requirements.map(({ id, verdict, baseline, causes }) => [
        id,
        verdict,
        baseline,
        causes.map(({ cause, waiver }) => `${cause} ${waiver ?? ''}`).toSorted(),
      ]);
    expect(told(merged)).toEqual(told(whole));
    expect(merged.counts).toEqual(whole.counts);
    const drifted = ({ drift }: Report): readonly string[] =>
      drift.undocumented.map(({ id }) => id).toSorted();
    expect(drifted(merged)).toEqual(drifted(whole));
    expect(merged.summary).toBe(whole.summary);
    expect(merged.shard).toBeUndefined();
    expect(merged.reproduce).toBe(whole.reproduce);
  });

  it('keep every exchange, each by an id of its own', async () => {
    const merged = await readReport('merged');
    const ids = new Set(merged.exchanges.map(({ id }) => id));
    expect(ids.size).toBe(merged.exchanges.length);
    const shards = await Promise.all(['s1', 's2', 's3', 's4'].map(readReport));
    expect(merged.exchanges).toHaveLength(shards.reduce((sum, { exchanges }) => sum + exchanges.length, 0));
    for (const { exchanges } of merged.cases) for (const id of exchanges) expect(ids).toContain(id);
    const finding = merged.requirements.find(({ id }) => id === 'request.name.type')?.findings[0];
    const shown = merged.exchanges.find(({ id }) => id === finding?.exchange);
    expect(shown?.case).toBe(finding?.case);
    expect(shown?.request.body).toMatch(/"name":(?!")/);
  });
});

describe('a merged report', () => {
  const places = (): readonly string[] => ['--history', inDir('h.db'), '--baselines', inDir('b')];

  it('is compared as the night of its target, and what it shows can be accepted', async () => {
    const nightly = ['nightly', '--report', reportIn('merged'), '--report-dir', inDir('night'), ...places()];
    const first = await callCli(nightly);
    expect([first.code, first.stdout]).toEqual([1, expect.stringContaining('new MUST request.name.type')]);
    expect(first.stdout).toContain(FAULTY);
    const who = ['--owner', 'platform', '--reason', 'case 7'];
    const accept = ['baseline', 'accept', '--report', reportIn('merged'), '--baselines', inDir('b'), ...who];
    expect(await callCli(accept)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('accepted until') as string,
    });
    const again = await callCli(nightly);
    expect([again.code, again.stderr]).toEqual([
      2,
      expect.stringContaining('remembered already, as night 1'),
    ]);
    expect(await readdir(inDir('night'))).toContain('change.json');
    await rm(inDir('h.db'));
    expect((await callCli(nightly)).code).toBe(0);
    const shard = await callCli(['nightly', '--report', reportIn('s1'), ...places()]);
    expect([shard.code, shard.stderr]).toEqual([2, expect.stringContaining('is shard 1 of 4')]);
  });
});

describe('reports that do not belong together are told', () => {
  it.each([
    [['s1', 's2', 's4'], /shard 3 of 4 is missing/],
    [['s1', 's2', 's3'], /shard 4 of 4 is missing/],
    [['s1', 's2', 's2', 's3', 's4'], /shard 2 is there twice/],
    [['s1', 's2', 's3', 's4', 'whole'], /is a whole run/],
    [['whole', 'whole'], /is a whole run/],
  ])('%j', async (names, message) => {
    const { code, stderr, stdout } = await merge(names, 'never');
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(message)]);
  });

  it.each([
    [
      'another catalogue',
      (report: Report) => ({ ...report, suite: { ...report.suite, catalogueDigest: '0'.repeat(64) } }),
      /another catalogue/,
    ],
    ['another plan', (report: Report) => ({ ...report, planHash: '0'.repeat(64) }), /part of another plan/],
    ['no report', () => ({}), /is no report/],
  ])('%s', async (_, change, message) => {
    const path = inDir('changed.json');
    await writeFile(path, JSON.stringify(change(await readReport('s2'))));
    const { code, stderr } = await callCli(['report', 'merge', reportIn('s1'), path]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});

describe('many targets', () => {
  it('become a matrix, the shards of each merged first', async () => {
    const { code, stdout } = await merge(['s1', 's2', 's3', 's4', 'honest'], 'matrix');
    expect([code, stdout]).toEqual([1, expect.stringContaining('embedded mock (documented): All')]);
    const matrix = JSON.parse(await readFile(join(inDir('matrix'), 'matrix.json'), 'utf-8')) as Matrix;
    expect(isMatrix(matrix)).toBe(true);
    expect(matrix.targets.map(({ verdict }) => verdict)).toEqual(['not-conformant', 'conformant']);
    const row = matrix.requirements.find(({ id }) => id === 'request.name.type');
    expect(row?.verdicts).toEqual(['failed', 'passed']);
    const markdown = await readFile(join(inDir('matrix'), 'matrix.md'), 'utf-8');
    expect(markdown).toContain('| MUST <code>request.name.type</code> | failed | passed |');
    const html = await readFile(join(inDir('matrix'), 'matrix.html'), 'utf-8');
    expect(await htmlMessages(html)).toEqual([]);
  });
});
