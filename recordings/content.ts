import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';

import { decode } from '../driver/decode.ts';
import type { Answer, Headers, Lack } from '../driver/exchange.ts';
import { headerLine } from './fields.ts';

/** A body as it was recorded: its bytes, text that a recorder decoded, or nothing at all. */
export type Content = Uint8Array | string | undefined;

/** More than any answer of the API has; what unpacks to more is not worth the memory. */
const LARGEST_BYTES = 64 * 1024 * 1024;

const LIMIT = { maxOutputLength: LARGEST_BYTES };

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

/** Bytes without their content codings. Most recorders have undone those already, so what cannot be undone is kept. */
export function unpacked(bytes: Uint8Array, headers: Headers): Uint8Array {
  const declared = (headerLine(headers, 'content-encoding') ?? '').toLowerCase().split(/\s*,\s*/);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  let plain = bytes;
  for (const coding of declared.includes('gzip') || !isGzip ? declared.toReversed() : ['gzip']) {
    try {
      plain = CODINGS.get(coding)?.(plain) ?? plain;
    } catch (error) {
      // zlib's errors have a code; anything else is a mistake of ours.
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }
  return plain;
}

/** Bytes of base64, also where a recorder broke it into lines or a list of pieces. */
export const fromBase64 = (text: string): Uint8Array => Buffer.from(text, 'base64');

/** Bytes of hexadecimal digits; `undefined` where the text is none. */
export const fromHex = (text: string): Uint8Array | undefined =>
  text.length > 0 && text.length % 2 === 0 && /^[\da-f]+$/i.test(text) ? Buffer.from(text, 'hex') : undefined;

/** Statuses whose answers have no body. */
const BODILESS = new Set([204, 205, 304]);

/** An answer with its body decoded, and what the recording does not tell of it. */
export function answerWith(
  status: number,
  headers: Headers,
  content: Content,
): { readonly answer: Answer; readonly lacks: readonly Lack[] } {
  const { text, utf8 } =
    content instanceof Uint8Array
      ? decode(unpacked(content, headers))
      : { text: content ?? '', utf8: content?.startsWith('\u{feff}') !== true };
  const lacks: Lack[] = [];
  if (text === '' && !BODILESS.has(status) && headers['content-length'] !== '0') lacks.push('answer-body');
  // A recorder that decoded the body may itself have put this character there.
  if (typeof content === 'string' && text.includes('\u{fffd}')) lacks.push('bytes');
  // A recorder that keeps headers as they are keeps the date, which every server sends.
  if (headers['date'] === undefined) lacks.push('answer-headers');
  return { answer: { status, headers, text, utf8 }, lacks };
}

/** A request's body as text; `undefined` where there was none. */
export function requestText(content: Content, headers: Headers): string | undefined {
  if (content === undefined || typeof content === 'string') return content === '' ? undefined : content;
  return Buffer.from(unpacked(content, headers)).toString('utf8');
}
