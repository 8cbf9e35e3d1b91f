import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { isInside, realPath } from './real-path.ts';

let dir: string;
const at = (path: string): string => join(dir, path);
beforeAll(() => {
  dir = realPath(mkdtempSync(join(tmpdir(), 'checkout-')));
  for (const each of ['here/folder', 'there']) mkdirSync(at(each), { recursive: true });
  writeFileSync(at('there/file'), '');
  const links: readonly (readonly [string, string])[] = [
    ['../there', 'out'],
    ['../there/new', 'out-to-nothing'],
    ['/nowhere/at/all', 'out-to-a-root'],
    ['folder', 'in'],
    ['new', 'in-to-nothing'],
    ['out', 'twice'],
    ['../../there/file', 'folder/file'],
    ['round', 'round'],
  ];
  for (const [to, from] of links) symlinkSync(to, at(`here/${from}`));
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('a path', () => {
  it.each([
    ['.', true],
    ['folder', true],
    ['folder/new/deeper', true],
    ['in', true],
    ['in/new', true],
    ['in-to-nothing', true],
    ['..dots', true],
    ['..', false],
    ['../there', false],
    ['folder/../../there', false],
    ['out', false],
    ['out/new/deeper', false],
    ['twice', false],
    ['out-to-nothing', false],
    ['out-to-a-root', false],
    ['folder/file', false],
    ['/', false],
  ])('%s is inside: %s', (path, inside) => {
    expect(isInside(path.startsWith('/') ? path : `${at('here')}/${path}`, at('here'))).toBe(inside);
  });

  it('that leads round in a circle is told', () => {
    expect(() => isInside(at('here/round'), at('here'))).toThrow(/ELOOP|circle/);
  });
});
