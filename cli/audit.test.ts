import { existsSync, globSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import schema from '../reports/report.schema.json' with { type: 'json' };
import { runCli, type Ended } from './example-process.ts';
import { recordingFiles } from './recording-files.ts';

const ROOT = join(import.meta.dirname, '..');
const FIXTURES = join(ROOT, 'fixtures', 'recordings');
/** Recordings of real tenants, where they lie beside the checkout. */
const REAL = join(ROOT, '..', 'shared', 'recordings');

let dir: string;
const inDir = (name: string): string => join(dir, name);
const audit = (...args: readonly string[]): Promise<Ended> =>
  runCli(['audit', ...args, '--report-dir', inDir('out')]);

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'audit-'));
  await mkdir(inDir('mixed'));
  await cp(join(FIXTURES, 'nock.json'), inDir('mixed/nock.json'));
  await writeFile(inDir('mixed/packed.har.gz'), gzipSync(await readFile(join(FIXTURES, 'browser.har'))));
  await writeFile(inDir('mixed/broken.json'), '[{"scope": "/actions/actions" oops}]');
  await writeFile(inDir('mixed/other.yaml'), 'services:\n  - a\n');
  await writeFile(inDir('mixed/notes.txt'), 'not looked at');
});

afterAll(() => rm(dir, { recursive: true }));

describe('audit', () => {
  it('judges what can be judged, tells what it passed over, and leaves the whole report', async () => {
    const { code, stdout, stderr } = await audit(inDir('mixed'));
    expect(code).toBe(0);
    expect(stdout).toContain('2 of 2 deploys, first 2026-03-02');
    expect(stdout).toContain('8 exchanges judged: 2 creates, 2 reads, 2 deploys, 2 deletes');
    expect(stderr).toContain('broken.json, entry 1: it is not JSON');
    expect(stderr).toContain('other.yaml: it has no exchange about actions');
    expect(stderr).not.toContain('notes.txt');
    for (const file of ['report.json', 'report.html', 'junit.xml', 'summary.md']) {
      const text = await readFile(join(inDir('out'), file), 'utf-8');
      expect(text).not.toContain('planted-secret-value');
      expect(text).not.toContain('recorded-token');
    }
  });

  it('prints the report and nothing else with --json', async () => {
    const { code, stdout } = await audit(join(FIXTURES, 'vcr.yml'), '--json');
    expect(code).toBe(0);
    const report: unknown = JSON.parse(stdout);
    expect(report).toMatchObject({ depth: 'passive', audit: { formats: { VCR: 4 } } });
    const ajv = new Ajv2020({ allErrors: true });
    formats.default(ajv);
    ajv.validate(schema, report);
    expect(ajv.errors).toBeNull();
  });

  it('exits with 1 when something recorded breaks a MUST', async () => {
    const text = await readFile(join(FIXTURES, 'nock.json'), 'utf-8');
    await writeFile(inDir('wrong.json'), text.replace('"status": 201', '"status": 200'));
    const { code, stdout } = await audit(inDir('wrong.json'));
    expect(code).toBe(1);
    expect(stdout).toContain('answered with 200, not 201: 1 of 1 create');
  });

  it.each([
    ['2', 'nothing can be read', ['gone.har'], 'none of the recordings could be read'],
    ['2', 'a date is none', ['x.har', '--since', 'yesterday'], 'It takes a date'],
    ['2', 'nothing is named', [], "missing required argument 'file'"],
    ['3', 'nothing concerns actions', ['mixed/other.yaml'], 'no recording has an exchange about actions'],
    ['3', 'nothing lies within the dates', ['mixed/nock.json', '--until', '2020-01-01'], 'within the dates'],
  ])('exits with %s when %s', async (code, _, args, words) => {
    const {
      code: ended,
      stderr,
      stdout,
    } = await audit(...args.map((arg) => (/\.(har|json|yaml)$/.test(arg) ? inDir(arg) : arg)));
    expect(String(ended)).toBe(code);
    expect(stderr.trim().split('\n').at(-1)).toContain(words);
    expect(stdout).toBe('');
  });
});

describe('the files that are named', () => {
  it('are files, folders and globs, each once', () => {
    const files = recordingFiles([inDir('mixed'), inDir('mixed/*.json'), inDir('gone.har')]);
    expect(files.map((file) => file.slice(dir.length + 1))).toEqual([
      'mixed/broken.json',
      'mixed/nock.json',
      'mixed/other.yaml',
      'mixed/packed.har.gz',
      'gone.har',
    ]);
  });
});

describe('rejudge', () => {
  it('judges a stored report again, and refuses what is none', async () => {
    await runCli(['run', '--depth', 'quick', '--report-dir', inDir('run')]);
    const again = await runCli(['rejudge', inDir('run/report.json'), '--report-dir', inDir('again')]);
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain('Judged again: no verdicts changed');
    for (const [path, words] of [
      [inDir('gone.json'), 'there is no file'],
      [join(FIXTURES, 'nock.json'), 'is no report of this suite'],
      [inDir('out/report.json'), 'is the report of an audit'],
    ] as const) {
      const refused = await runCli(['rejudge', path, '--report-dir', inDir('again')]);
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(refused.stderr).toContain(words);
    }
  });
});

describe.runIf(existsSync(REAL))('recordings of real tenants', () => {
  it('are judged whole: every create, with every deviation that it has', async () => {
    const files = globSync(join(REAL, '*', '*'));
    const { stdout, stderr } = await audit(...files, '--json');
    expect(stderr).toBe('');
    const report = JSON.parse(stdout) as {
      audit: { operations: object; deviations: { operation: string; path: string; by: string }[] };
    };
    expect(report.audit.operations).toMatchObject({ create: files.length });
    const ofCreates = report.audit.deviations.filter(
      (each) => each.operation === 'create' && each.by === 'target',
    );
    expect(ofCreates.map(({ path }) => path).toSorted()).toEqual([
      '/current_version',
      '/current_version/status',
    ]);
  });
});
