import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Report } from '../verdicts/report.ts';
import { runCli, startMockProcess, type MockProcess } from './example-process.ts';

let dir: string;
let mock: MockProcess;
const pages = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end('<html></html>'));
const portOf = (): number => (pages.address() as AddressInfo).port;

beforeAll(async () => {
  [dir, mock] = await Promise.all([mkdtemp(join(tmpdir(), 'conformance-')), startMockProcess()]);
  await new Promise<void>((resolve) => void pages.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  pages.close();
  await mock.stop();
  await rm(dir, { recursive: true });
});

const readReport = async (folder: string): Promise<Report> =>
  JSON.parse(await readFile(join(folder, 'report.json'), 'utf-8')) as Report;

describe('a target that cannot be judged at all', () => {
  it.each<[string, () => readonly string[], RegExp]>([
    ['unreachable', () => ['http://127.0.0.1:1', 'x-1'], /ECONNREFUSED.*Check the address/],
    ['a wrong token', () => [mock.url, 'abc.def.ghi'], /401.*Check that the token/],
    ['a token with its scheme', () => [mock.url, 'Bearer a.b.c'], /Remove the word/],
    ['a web site', () => [`http://127.0.0.1:${portOf()}`, 'x-1'], /web page, not JSON.*whole base path/],
  ])('leaves every report, which says why and what to do: %s', async (name, given, message) => {
    const [target = '', token = ''] = given();
    const folder = join(dir, name);
    const flags = ['--target', target, '--token', token, '--report-dir', folder];
    const { code, stderr } = await runCli(['run', ...flags]);
    expect([code, stderr.match(/\n\s+at /)]).toEqual([3, null]);
    expect(stderr).toMatch(message);
    const { verdict, requirements } = await readReport(folder);
    expect(verdict).toBe('partial');
    expect([...new Set(requirements.map(({ reason }) => reason))]).toEqual([expect.stringMatching(message)]);
    expect(await readFile(join(folder, 'junit.xml'), 'utf-8')).toMatch(message);
    expect(await readFile(join(folder, 'summary.md'), 'utf-8')).toContain('could be judged');
  });

  it('leaves a report in the place of an earlier one, and of nothing else', async () => {
    const place = join(dir, 'again');
    await runCli(['run', '--only', 'request.name.required', '--report-dir', place]);
    await writeFile(join(place, 'notes.txt'), 'mine');
    await runCli(['run', '--target', 'http://127.0.0.1:1', '--token', 'x-1', '--report-dir', place]);
    expect(await readReport(place)).toMatchObject({ verdict: 'partial' });
    expect(await readdir(place)).toContain('notes.txt');
  });
});
