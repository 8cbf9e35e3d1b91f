import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { FolderDocuments } from './folder-documents.ts';

let around: string;
let folder: string;
beforeAll(() => {
  around = mkdtempSync(join(tmpdir(), 'folder-'));
  folder = join(around, 'api');
  mkdirSync(join(folder, 'parts'), { recursive: true });
  writeFileSync(join(around, 'secret.json'), '{ "secret": true }');
  writeFileSync(join(folder, 'openapi.json'), '{}');
  writeFileSync(join(folder, 'parts', 'a b.yaml'), 'type: string');
  writeFileSync(join(folder, 'parts', 'packed.json'), gzipSync('{ "type": "string" }'));
  writeFileSync(join(folder, 'parts', 'wide.json'), Buffer.from('\uFEFF{ "type": "string" }', 'utf16le'));
  writeFileSync(join(folder, 'parts', 'half.json'), '{ "type": ');
  writeFileSync(join(folder, 'parts', 'deep.json'), '['.repeat(200_000));
  symlinkSync(join(around, 'secret.json'), join(folder, 'link.json'));
  symlinkSync('/dev/zero', join(folder, 'endless.json'));
  symlinkSync('parts', join(folder, 'inside'));
});
afterAll(() => {
  rmSync(around, { recursive: true });
});

const documents = (): FolderDocuments =>
  new FolderDocuments(join(folder, 'openapi.json'), {
    version: '3.1.0',
    value: { openapi: '3.1.0' },
    length: 2,
  });

const readFrom = (reference: string, from?: string): unknown => {
  const each = documents();
  return each.read(each.locate(reference, from === undefined ? each.root : each.locate(from, each.root)));
};

describe('a reference within the folder', () => {
  it.each([
    ['parts/a%20b.yaml', undefined],
    ['./parts/packed.json', undefined],
    ['wide.json', 'parts/packed.json'],
    ['inside/packed.json', undefined],
  ])('is read: %s from %s', (reference, from) => {
    expect(readFrom(reference, from)).toEqual({ type: 'string' });
  });

  it('back to the first file gives what was read already', () => {
    expect(readFrom('../openapi.json', 'parts/packed.json')).toEqual({ openapi: '3.1.0' });
  });
});

describe('a reference out of the folder', () => {
  it.each([
    '../secret.json',
    '/etc/passwd',
    'link.json',
    'endless.json',
    '/dev/zero',
    'file:///etc/passwd',
    'http://127.0.0.1/x.json',
    '%2e%2e/secret.json',
    'parts/../../secret.json',
  ])('is not followed: %s', (reference) => {
    expect(() => readFrom(reference)).toThrow(/^the reference ".*" leads out of its folder$/);
  });
});

it.each([
  ['nowhere.json', /"nowhere\.json" leads to nothing/],
  ['parts', /illegal operation on a directory/],
  ['parts/half.json', /half\.json: .*JSON/],
  ['parts/deep.json', /deep\.json: /],
])('what cannot be read is named: %s', (reference, words) => {
  expect(() => readFrom(reference)).toThrow(words);
});
