import { brotliCompressSync, gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { keptBody, UNTOLD, type Content, type Declared } from './kept-body.ts';

const TEXT = '{"name":"grüße, 挨拶","code":"exports.onExecutePostLogin = async () => {};"}';
const bytes = Buffer.from(TEXT);
const read = (content: Content, declared: Partial<Declared> = {}) =>
  keptBody(content, { headers: {}, ...declared });

describe('a body that was kept', () => {
  it.each<[string, Content]>([
    ['as text', TEXT],
    ['as bytes', bytes],
    ['packed', gzipSync(bytes)],
    ['packed, as base64', gzipSync(bytes).toString('base64')],
    ['packed, as base64 in lines', gzipSync(bytes).toString('base64').replaceAll(/.{20}/g, '$&\n')],
    ['packed, as hexadecimal digits', brotliCompressSync(bytes).toString('hex')],
    ['packed, a character for each byte', gzipSync(bytes).toString('latin1')],
    ['as base64, though nothing says so', bytes.toString('base64')],
    ['as an address of data', `data:application/json;base64,${bytes.toString('base64')}`],
  ])('is read: %s', (_, content) => {
    expect(read(content)).toMatchObject({ text: TEXT, utf8: true });
  });

  it('shows whether its bytes were UTF-8', () => {
    expect(read(Buffer.from([0x22, 0xff, 0x22]))).toHaveProperty('notKept');
    expect(read(Buffer.from([0x7b, 0xff, 0x7d]))).toMatchObject({ utf8: false });
    expect(read(Buffer.from(`\u{feff}${TEXT}`))).toMatchObject({ utf8: false });
  });

  it.each<[string, string, Partial<Declared>]>([
    ['that is whole, though a size says more', TEXT, { size: 5000 }],
    ['that is cut, though nothing says so', TEXT.slice(0, 30), {}],
    ['that is a page', '<html>not available</html>', { headers: { 'content-type': 'text/html' } }],
    [
      'that is a plain text of a proxy',
      'binary data exceeded',
      { headers: { 'content-type': 'text/plain' } },
    ],
    ['that is JSON with the words of a remark', '{"message":"it was truncated"}', {}],
    [
      'whose length is that of the packed body',
      'oops',
      { headers: { 'content-length': '99', 'content-encoding': 'gzip' } },
    ],
    ['that is longer than it says', 'not JSON at all', { size: 3 }],
    ['that has nothing in it', '', { size: 0 }],
    ['that is an empty object of its length', '{}', { size: 2 }],
    ['that is a word', 'Created', {}],
    ['that is a list without quotes', '[1, 2', {}],
    ['that is a JSON text', '"a name"', {}],
  ])('is taken as it is: %s', (_, text, declared) => {
    expect(read(text, declared)).toMatchObject({ text });
  });
});

describe('a body that was not kept', () => {
  it.each<[string, Content, Partial<Declared>, RegExp]>([
    ['nothing was told of it', UNTOLD, {}, /not recorded/],
    [
      'it was cut, by its size',
      TEXT.slice(0, 30),
      { size: bytes.length },
      /^\d+ of \d+ bytes were recorded$/,
    ],
    ['it was cut, by its length', TEXT.slice(0, 30), { headers: { 'content-length': '99' } }, /of 99 bytes/],
    ['a remark took its place', 'text was too long', {}, /a remark/],
    ['a remark in brackets took its place', '[body truncated]', {}, /a remark/],
    [
      'a remark takes the place of JSON',
      '<binary data omitted>',
      { headers: { 'content-type': 'application/json' } },
      /a remark/,
    ],
    ...[
      '[object Object]',
      '[Response body evicted]',
      '<Buffer 7b 22>',
      'n/a',
      '...',
      'undefined',
      'Could not read the body',
    ].map((text): [string, Content, Partial<Declared>, RegExp] => [text, text, {}, /a remark/]),
    ['it ends in dots', `${TEXT.slice(0, 30)}...`, {}, /cut/],
    ['it ends in a remark', `${TEXT.slice(0, 30)} [truncated, 99 bytes]`, {}, /cut/],
    ['it was emptied', '{}', { size: 99 }, /2 of 99 bytes/],
    ['nothing was put in its place', 'null', { headers: { 'content-length': '99' } }, /of 99 bytes/],
    ['a mask took its place', '"<redacted>"', {}, /a remark/],
    ['its bytes were lost as text', gzipSync(bytes).toString('utf8'), {}, /lost/],
    ['a comment says so', 'exports', { comment: 'content not available' }, /content not available/],
    ['it was packed by something else', Buffer.from([1, 2, 3, 4, 5, 255, 254, 7]), {}, /packed/],
  ])('says why: %s', (_, content, declared, words) => {
    const body = read(content, declared);
    expect('notKept' in body ? body.notKept : '').toMatch(words);
  });
});
