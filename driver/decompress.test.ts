import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { decompress, DecompressionError } from './decompress.ts';

const TEXT = Buffer.from('{"id":"1"}');
const undo = (bytes: Buffer, coding?: string, most = 1000) =>
  decompress(bytes, coding === undefined ? {} : { 'content-encoding': coding }, most);

test.each<[string | undefined, Buffer]>([
  [undefined, TEXT],
  ['identity', TEXT],
  ['gzip', gzipSync(TEXT)],
  ['GZIP', gzipSync(TEXT)],
  ['deflate', deflateSync(TEXT)],
  ['br', brotliCompressSync(TEXT)],
  ['zstd', zstdCompressSync(TEXT)],
  ['br, gzip', gzipSync(brotliCompressSync(TEXT))],
])('%s is undone', async (coding, bytes) => {
  expect(await undo(bytes, coding)).toEqual(TEXT);
});

test('a bomb does not go off', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  expect(bomb.length).toBeLessThan(50_000);
  expect(await undo(bomb, 'gzip', 1_000_000)).toBeUndefined();
  expect(await undo(gzipSync(bomb), 'gzip, gzip', 1_000_000)).toBeUndefined();
});

test.each([
  ['gzip', TEXT],
  ['gzip', gzipSync(TEXT).subarray(0, 12)],
  ['br', TEXT],
  ['compress', TEXT],
  ['constructor', TEXT],
  ['__proto__', TEXT],
  ['gzip, gzip, gzip, gzip', TEXT],
])('%s that is none is told', async (coding, bytes) => {
  await expect(undo(bytes, coding)).rejects.toBeInstanceOf(DecompressionError);
});
