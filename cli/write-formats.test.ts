import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { runCli } from './example-process.ts';

let place: string;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'formats-'));
});
afterAll(async () => rm(place, { recursive: true }));

const LOG = 'exchanges.ndjson';

const run = (...flags: readonly string[]) =>
  runCli(['run', '--only', 'request.name.required', '--report-dir', place, ...flags]);

it('writes what is read most, or the formats that it is asked for and none of an earlier report', async () => {
  expect(await run()).toMatchObject({ code: 0 });
  expect(await readdir(place)).toEqual([LOG, 'junit.xml', 'report.html', 'report.json', 'summary.md']);
  expect(await run('--format', 'sarif', 'ctrf', 'badge', 'har')).toMatchObject({ code: 0 });
  expect(await readdir(place)).toEqual(['badge.json', 'ctrf.json', 'exchanges.har', LOG, 'report.sarif']);
});

it('refuses a format that nobody knows before anything is sent', async () => {
  const { code, stderr } = await run('--format', 'pdf');
  expect(code).toBe(2);
  expect(stderr).toMatch(/^actions-conformance: .*Allowed choices are json, html, junit/);
});
