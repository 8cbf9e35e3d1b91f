import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, it } from 'vitest';

import { readBaseline, writeBaseline } from './baseline-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'baselines-'));
afterAll(() => rmSync(dir, { recursive: true }));

const baseline = { schemaVersion: '1.0', target: 'a/../b', deviations: [] } as const;

it('a baseline lies in the folder, whatever its target is called, and is read as it was written', () => {
  const path = writeBaseline(join(dir, 'kept'), baseline);
  expect(readdirSync(join(dir, 'kept'))).toEqual(['a-..-b.json']);
  expect(path).toBe(join(dir, 'kept', 'a-..-b.json'));
  expect(readBaseline(join(dir, 'kept'), 'a/../b')).toEqual(baseline);
});

it('where nobody accepted anything there is none', () => {
  expect(readBaseline(join(dir, 'kept'), 'other')).toBeUndefined();
  expect(readBaseline(join(dir, 'never-made'), 'other')).toBeUndefined();
});

it('anything else that cannot be read is told, and never taken for none', () => {
  const file = join(dir, 'file');
  writeFileSync(file, '{}');
  expect(() => readBaseline(file, 'x')).toThrow(/cannot be read: ENOTDIR/);
  writeFileSync(join(dir, 'x.json'), '{}');
  expect(() => readBaseline(dir, 'x')).toThrow(/is no baseline/);
  writeFileSync(join(dir, 'x.json'), JSON.stringify({ ...baseline, target: 'X' }));
  expect(() => readBaseline(dir, 'x')).toThrow(/is for X, and the target is x/);
  expect(() => writeBaseline(file, baseline)).toThrow(/cannot be written/);
});
