import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { fromBase64, packedText, unpacked } from './restore.ts';

const TEXT = '{"name":"grüße"}';
const bytes = Buffer.from(TEXT);
const PACKED: readonly (readonly [string, Uint8Array])[] = [
  ['gzip', gzipSync(bytes)],
  ['x-gzip', gzipSync(bytes)],
  ['deflate', deflateSync(bytes)],
  ['deflate', deflateRawSync(bytes)],
  ['br', brotliCompressSync(bytes)],
  ['zstd', zstdCompressSync(bytes)],
  ['gzip, br', brotliCompressSync(gzipSync(bytes))],
];

const textOf = (plain: Uint8Array | undefined): string => Buffer.from(plain ?? []).toString();

describe('a content coding', () => {
  it.each(PACKED)('is undone: %s', (coding, packed) => {
    expect(textOf(unpacked(packed, { 'content-encoding': coding }))).toBe(TEXT);
  });

  it.each(PACKED.filter(([coding]) => !coding.includes(',')))(
    'is known without its header: %s',
    (_, packed) => {
      expect(textOf(unpacked(packed, {}))).toBe(TEXT);
    },
  );

  it('that a recorder has undone already is no matter', () => {
    expect(textOf(unpacked(bytes, { 'content-encoding': 'gzip' }))).toBe(TEXT);
  });

  it.each(['constructor', '__proto__', 'tostring'])(
    'by the name of what every object inherits is none: %s',
    (coding) => {
      expect(unpacked(bytes, { 'content-encoding': coding })).toBe(bytes);
    },
  );

  it.each([
    ['bytes that nothing explains', Buffer.from([1, 2, 3, 250, 251])],
    ['a bomb', gzipSync(Buffer.alloc(65 * 1024 * 1024))],
    ['half of what was packed', gzipSync(bytes).subarray(0, 20)],
  ])('cannot be undone: %s', (_, packed) => {
    expect(unpacked(packed, {})).toBeUndefined();
  });
});

it.each([
  ['{"a":1}', undefined],
  ['e30=', '{}'],
  ['e3\n0=', '{}'],
  ['e30', '{}'],
  ['abcde', undefined],
])('base64 is told from what is none: %j', (text, expected) => {
  const plain = fromBase64(text);
  expect(plain === undefined ? undefined : textOf(plain)).toBe(expected);
});

it.each(['deadbeef', 'a word of base64 letters', 'exports', 'abcdefghijklmnopqrstuvwxyzabcdef', ''])(
  'a text that is packed by no means stays a text: %j',
  (text) => {
    expect(packedText(text, {})).toBeUndefined();
  },
);
