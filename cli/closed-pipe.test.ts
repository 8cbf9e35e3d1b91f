import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { startCli } from './example-process.ts';

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'conformance-'));
});
afterAll(() => rm(dir, { recursive: true }));

test.each([
  ['mock:documented', 0],
  ['mock:major-of-semver-mistyped', 1],
])('a run against %s comes to its end though nobody reads what it tells', async (target, expected) => {
  const reports = join(dir, String(expected));
  const child = startCli(['run', '--depth', 'quick', '--target', target, '--report-dir', reports]);
  child.stderr?.once('data', () => {
    child.stderr?.destroy();
    child.stdout?.destroy();
  });
  const [code] = (await once(child, 'exit')) as readonly unknown[];
  expect(code).toBe(expected);
  expect(await readdir(reports)).toContain('report.json');
});
