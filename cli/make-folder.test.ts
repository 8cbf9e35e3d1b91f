import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, it } from 'vitest';

import { makeFolder } from './make-folder.ts';

const dir = mkdtempSync(join(tmpdir(), 'folder-'));
afterAll(() => rmSync(dir, { recursive: true }));

it('makes what is missing, and is content with what is there', () => {
  const deep = join(dir, 'a/b/c');
  makeFolder(deep);
  makeFolder(deep);
  expect(statSync(deep).isDirectory()).toBe(true);
});

it('says what it cannot make', () => {
  writeFileSync(join(dir, 'file'), '');
  expect(() => makeFolder(join(dir, 'file/a'))).toThrow(/ENOTDIR/);
});

it.runIf(existsSync('/proc/self'))('ends where the file system never gives in', () => {
  expect(() => makeFolder('/proc/a/b')).toThrow(/ENOENT/);
});
