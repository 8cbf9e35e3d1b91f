import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { removeAbandoned } from './abandoned-files.ts';

const HERE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
/** Above every number that a process may have. */
const NOBODY = 2 ** 22 + 1;
const LONG_AGO = Date.now() / 1000 - 3600;
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'conformance-'));
});
afterEach(() => rm(dir, { recursive: true }));

it.each([
  [`exchanges.ndjson.${HERE}-${NOBODY}.part`, false],
  [`report.json.${HERE}-${NOBODY}.part`, false],
  [`exchanges.ndjson.${HERE}-${process.ppid}.part`, true],
  [`exchanges.ndjson.00000000-${NOBODY}.part`, true],
  ['exchanges.ndjson.1.part', true],
  ['film.mkv.part', true],
  [`film.mkv.${HERE}-${NOBODY}.part`, true],
])('of a moment ago, %s is kept: %j', async (name, isKept) => {
  await writeFile(join(dir, name), 'x');
  removeAbandoned(dir);
  expect(await readdir(dir)).toEqual(isKept ? [name] : []);
});

it.each([
  [`exchanges.ndjson.00000000-${NOBODY}.part`, false],
  [`exchanges.ndjson.${HERE}-${process.ppid}.part`, false],
  ['exchanges.ndjson.1.part', false],
  ['film.mkv.part', true],
  ['notes.old', true],
])('of an hour ago, %s is kept: %j', async (name, isKept) => {
  await writeFile(join(dir, name), 'x');
  await utimes(join(dir, name), LONG_AGO, LONG_AGO);
  removeAbandoned(dir);
  expect(await readdir(dir)).toEqual(isKept ? [name] : []);
});

it('what was set aside for a report that never came is there again, and nothing newer is lost', async () => {
  const staging = join(dir, `.report-${HERE}-${NOBODY}-aB3dE6`);
  await mkdir(staging);
  await writeFile(join(staging, 'report.json.old'), 'old');
  await writeFile(join(staging, 'report.html.old'), 'old');
  await writeFile(join(dir, 'report.html'), 'new');
  removeAbandoned(dir);
  expect(await readdir(dir)).toEqual(['report.html', 'report.json']);
  expect(await readFile(join(dir, 'report.json'), 'utf8')).toBe('old');
  expect(await readFile(join(dir, 'report.html'), 'utf8')).toBe('new');
});

it('a folder of somebody else’s is left alone, however it is called', async () => {
  const names = ['.report-aB3dE6', `.report-${HERE}-${NOBODY}-aB3dE6`, '.reports', '.report-2026'];
  for (const name of names) await mkdir(join(dir, name, 'inside'), { recursive: true });
  for (const name of names) await utimes(join(dir, name), LONG_AGO, LONG_AGO);
  await mkdir(join(dir, 'elsewhere'));
  await symlink(join(dir, 'elsewhere'), join(dir, `.report-${HERE}-${NOBODY}-zZ3dE6`));
  removeAbandoned(dir);
  expect(await readdir(dir)).toHaveLength(6);
});
