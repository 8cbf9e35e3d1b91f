import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { prepareReportDir, writeReports } from './write-reports.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'reports-'));
});
afterEach(async () => rm(dir, { recursive: true }));

const files = (text: string): ReadonlyMap<string, string> =>
  new Map(['a.json', 'b.html', 'c.xml'].map((name) => [name, text]));
const textsIn = async (): Promise<readonly string[]> =>
  Promise.all(['a.json', 'b.html'].map((name) => readFile(join(dir, name), 'utf-8')));

describe('writing a report', () => {
  it('writes every file, makes the directory, and leaves nothing else there', async () => {
    const place = join(dir, 'deep', 'er');
    await prepareReportDir(place);
    expect(await writeReports(place, files('new'))).toEqual(
      ['a.json', 'b.html', 'c.xml'].map((name) => join(place, name)),
    );
    expect(await readdir(place)).toEqual(['a.json', 'b.html', 'c.xml']);
  });

  it('replaces an earlier report', async () => {
    await writeReports(dir, files('old'));
    await writeReports(dir, files('new'));
    expect(await textsIn()).toEqual(['new', 'new']);
  });

  it('replaces all of it or nothing: what was there is there again when one file cannot be written', async () => {
    await writeReports(dir, new Map([...files('old')].slice(0, 2)));
    await mkdir(join(dir, 'c.xml'));
    await expect(writeReports(dir, files('new'))).rejects.toThrow('no report can be written');
    expect(await textsIn()).toEqual(['old', 'old']);
    expect(await readdir(dir)).toEqual(['a.json', 'b.html', 'c.xml']);
  });

  it('takes away files of an earlier report that this one does not have, and nothing else', async () => {
    await writeReports(dir, files('old'));
    await mkdir(join(dir, 'd.sarif'));
    await writeFile(join(dir, 'notes.txt'), 'mine');
    await writeReports(dir, new Map([['a.json', 'new']]), ['b.html', 'c.xml', 'd.sarif', 'never-there']);
    expect(await readdir(dir)).toEqual(['a.json', 'd.sarif', 'notes.txt']);
  });

  it('takes away what it wrote first when there was nothing before', async () => {
    await mkdir(join(dir, 'c.xml'));
    await expect(writeReports(dir, files('new'))).rejects.toThrow('is a directory');
    expect(await readdir(dir)).toEqual(['c.xml']);
  });

  it('tells early that a directory cannot be made', async () => {
    await writeReports(dir, files('old'));
    await expect(prepareReportDir(join(dir, 'a.json', 'x'))).rejects.toMatchObject({ code: 'UNWRITABLE' });
  });
});
