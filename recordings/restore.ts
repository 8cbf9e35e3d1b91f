import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';

import type { Headers } from '../driver/exchange.ts';
import { headerLine } from './fields.ts';

/** More than any answer of the API has; what unpacks to more is not worth the memory. */
const LIMIT = { maxOutputLength: 16 * 1024 * 1024 };

/** How each content coding is undone. */
// A Map, since every object inherits properties that a header may name.
const CODINGS: ReadonlyMap<string, (bytes: Uint8Array) => Uint8Array> = new Map([
  ['gzip', (bytes) => gunzipSync(bytes, LIMIT)],
  ['x-gzip', (bytes) => gunzipSync(bytes, LIMIT)],
  // Servers disagree on whether deflate has a header.
  [
    'deflate',
    (bytes) => (((bytes[0] ?? 0) & 0x0f) === 8 ? inflateSync(bytes, LIMIT) : inflateRawSync(bytes, LIMIT)),
  ],
  ['br', (bytes) => brotliDecompressSync(bytes, LIMIT)],
  ['zstd', (bytes) => zstdDecompressSync(bytes, LIMIT)],
]);

/** Codings that recordings without headers may have; brotli has no mark of its own and is tried last. */
const SNIFFED = ['gzip', 'zstd', 'deflate', 'br'];

/**
 * Bytes without their content codings, whether or not a header still names them. Most recorders have undone those
 * already, so what cannot be undone and reads as text stays as it is.
 *
 * @returns undefined where the bytes are packed in a way that is not known.
 */
export function unpacked(bytes: Uint8Array, headers: Headers): Uint8Array | undefined {
  if (bytes.length === 0) return bytes;
  const declared = (headerLine(headers, 'content-encoding') ?? '').toLowerCase().split(/\s*,\s*/);
  const plain = declared.toReversed().reduce((rest, coding) => undone(rest, coding) ?? rest, bytes);
  if (looksLikeText(plain)) return plain;
  for (const coding of SNIFFED) {
    const tried = undone(plain, coding);
    if (tried !== undefined && looksLikeText(tried)) return tried;
  }
  return undefined;
}

function undone(bytes: Uint8Array, coding: string): Uint8Array | undefined {
  try {
    return CODINGS.get(coding)?.(bytes);
  } catch (error) {
    // zlib's errors have a code; anything else is a mistake of ours.
    if (!(error instanceof Error && 'code' in error)) throw error;
    return undefined;
  }
}

/** JSON begins with a bracket, in whatever encoding; and what is UTF-8 without control characters is some text. */
function looksLikeText(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte > 0x20);
  if (first === 0x7b || first === 0x5b) return true;
  try {
    // eslint-disable-next-line no-control-regex -- they are what is looked for
    return !/[\u0000-\u0008\u000e-\u001a]/.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The decoder says no more than that it is none.
    return false;
  }
}

/** Bytes of base64, also where a recorder broke it into lines; `undefined` where the text is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  const digits = text.replaceAll(/\s+/g, '');
  const isBase64 = /^[\w+/-]*={0,2}$/.test(digits) && digits.replaceAll('=', '').length % 4 !== 1;
  return isBase64 ? Buffer.from(digits, 'base64') : undefined;
}

/** Bytes of hexadecimal digits; `undefined` where the text is none. */
export const fromHex = (text: string): Uint8Array | undefined =>
  text.length > 0 && text.length % 2 === 0 && /^[\da-f]+$/i.test(text) ? Buffer.from(text, 'hex') : undefined;

/** Less is a word, not a packed body. */
const SHORTEST_PACKED = 24;

/**
 * The bytes that a text stands for where a recorder wrote packed bytes as text, and says so nowhere: base64 or
 * hexadecimal digits, or a character for each byte.
 */
export function packedText(text: string, headers: Headers): Uint8Array | undefined {
  if (text.length < SHORTEST_PACKED) return undefined;
  const digits = text.replace(DATA_URL, '');
  for (const bytes of [fromHex(digits), fromBase64(digits), fromLatin1(text)]) {
    if (bytes === undefined || (looksLikeText(bytes) && !isObject(bytes))) continue;
    const plain = unpacked(bytes, headers);
    if (plain !== undefined) return plain;
  }
  return undefined;
}

const DATA_URL = /^data:[\w/+.;=-]*;base64,/;

/** Digits of what is no JSON may be what was sent; those of a JSON object are not by chance. */
const isObject = (bytes: Uint8Array): boolean => bytes[0] === 0x7b && bytes.at(-1) === 0x7d;

/** Packed bytes of which each was written as the character of its number. */
const fromLatin1 = (text: string): Uint8Array | undefined =>
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /^[\u0000-\u00ff]*$/.test(text) && /[\u0000-\u0008\u000e-\u001f]/.test(text)
    ? Buffer.from(text, 'latin1')
    : undefined;
