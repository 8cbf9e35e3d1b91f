import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { runCli, startMockProcess, type MockProcess } from '../cli/example-process.ts';
import { killAndSweep, plantForeign, type Foreign } from './kills.ts';

let dir: string;
let mock: MockProcess;
let foreign: Foreign;

beforeAll(async () => {
  [dir, mock] = await Promise.all([mkdtemp(join(tmpdir(), 'conformance-')), startMockProcess()]);
  foreign = await plantForeign(mock);
});
afterAll(async () => {
  await mock.stop();
  await rm(dir, { recursive: true });
});

describe('a run that is killed', () => {
  it.each([20, 90, 160])('after %d ms is swept whole, and nothing else is touched', async (afterMs) => {
    const before = await foreign.ids();
    expect(await killAndSweep(mock, foreign, dir, afterMs)).toMatchObject({ hadBegun: true, code: 0 });
    expect(await foreign.ids()).toEqual(before);
  });

  it('is swept by the next run, which leaves nothing and says what it did', async () => {
    const before = await foreign.ids();
    const where = ['--target', mock.url, '--state-dir', join(dir, 'next')];
    await killAndSweep(mock, foreign, join(dir, 'next'), 100);
    const run = await runCli(
      ['run', ...where, '--only', 'request.name.required', '--report-dir', join(dir, 'report')],
      mock.environment,
    );
    expect(run.code).toBe(0);
    expect(await foreign.ids()).toEqual(before);
    // Of a run that came to its end, and left nothing, nothing is kept.
    expect((await readdir(join(dir, 'next', 'ledgers'))).length).toBeLessThanOrEqual(1);
  });
});

describe('sweep by name', () => {
  it('takes what the suite named, of that age, and no look-alike', async () => {
    const where = ['sweep', '--target', mock.url, '--state-dir', dir];
    const before = await foreign.ids();
    const young = await runCli([...where, '--prefix', 'Conformance-'], mock.environment);
    expect(young.stdout).toBe('swept 0 actions that an earlier run left\n');
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const old = [...where, '--prefix', 'Conformance-', '--older-than', '1s'];
    const planned = await runCli([...old, '--dry-run'], mock.environment);
    expect(planned.stdout).toMatch(/^would delete the action \S+, which is called Conformance-\S+\n$/);
    expect(await foreign.ids()).toEqual(before);
    const swept = await runCli(old, mock.environment);
    expect(swept).toMatchObject({ code: 0, stdout: 'swept 1 action that an earlier run left\n' });
    const gone = before.find((id) => planned.stdout.includes(id));
    expect(await foreign.ids()).toEqual(before.filter((id) => id !== gone));
  });
});
