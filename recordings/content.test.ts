import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { answerWith, requestText, unpacked } from './content.ts';

const TEXT = '{"name":"grüße"}';
const bytes = Buffer.from(TEXT);

test.each([
  ['gzip', gzipSync(bytes)],
  ['x-gzip', gzipSync(bytes)],
  ['deflate', deflateSync(bytes)],
  ['deflate', deflateRawSync(bytes)],
  ['br', brotliCompressSync(bytes)],
  ['zstd', zstdCompressSync(bytes)],
  ['gzip, br', brotliCompressSync(gzipSync(bytes))],
])('%s is undone', (coding, packed) => {
  expect(Buffer.from(unpacked(packed, { 'content-encoding': coding })).toString()).toBe(TEXT);
});

test('gzip is known by how it begins, and what a recorder has undone already stays', () => {
  expect(Buffer.from(unpacked(gzipSync(bytes), {})).toString()).toBe(TEXT);
  expect(Buffer.from(unpacked(bytes, { 'content-encoding': 'gzip' })).toString()).toBe(TEXT);
});

test.each(['constructor', '__proto__', 'tostring'])('what is coded as %s stays as it is', (coding) => {
  expect(unpacked(bytes, { 'content-encoding': coding })).toBe(bytes);
});

test('a bomb stays packed', () => {
  const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));
  expect(unpacked(bomb, {}).length).toBe(bomb.length);
});

test.each([
  ['a body that is not there', undefined, {}, ['answer-body', 'answer-headers']],
  ['an empty body that should not be', '', { date: 'today' }, ['answer-body']],
  ['an empty body that says so', '', { date: 'today', 'content-length': '0' }, []],
  ['bytes that were replaced', '{"a":"\u{fffd}"}', { date: 'today' }, ['bytes']],
  ['everything', TEXT, { date: 'today' }, []],
])('%s is told', (_, content, headers, lacks) => {
  expect(answerWith(200, headers, content).lacks).toEqual(lacks);
});

test('bytes show whether they were UTF-8', () => {
  expect(answerWith(200, {}, Buffer.from([0x22, 0xff, 0x22])).answer.utf8).toBe(false);
  expect(answerWith(200, {}, Buffer.from(`\u{feff}${TEXT}`)).answer.utf8).toBe(false);
  expect(answerWith(200, {}, bytes).answer).toMatchObject({ text: TEXT, utf8: true });
});

test('a request without a body has none', () => {
  expect([requestText('', {}), requestText(undefined, {}), requestText(gzipSync(bytes), {})]).toEqual([
    undefined,
    undefined,
    TEXT,
  ]);
});
