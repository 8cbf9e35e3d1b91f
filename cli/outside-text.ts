import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** More bytes than anybody publishes in one file; a longer one is not read. */
export const LONGEST_TEXT = 32 * 1024 * 1024;

/** The same of a report, which holds exchanges; a longer one no program could hold as text. */
export const LONGEST_REPORT = 512 * 1024 * 1024;

const PIECE = 1024 * 1024;

/**
 * Reads a file that somebody else wrote, whole, as text.
 *
 * @param longest how many bytes it may hold.
 * @throws Error when it cannot be read, or holds more.
 */
export function readOutsideText(path: string, longest = LONGEST_TEXT): string {
  const file = openSync(path, 'r');
  try {
    // A folder says so when it is read.
    if (fstatSync(file).size > longest) throw tooLong(longest);
    return textOf(allBytes(file, longest), longest);
  } finally {
    closeSync(file);
  }
}

/** A device or a pipe tells no size, and may never end. */
function allBytes(file: number, longest: number): Buffer {
  const pieces: Buffer[] = [];
  for (let length = 0; length <= longest;) {
    const piece = Buffer.alloc(PIECE);
    const read = readSync(file, piece);
    if (read === 0) return Buffer.concat(pieces);
    pieces.push(piece.subarray(0, read));
    length += read;
  }
  throw tooLong(longest);
}

/**
 * The text of bytes that somebody else wrote: UTF-8, or UTF-16 with a byte order mark; unpacked where gzip packed them.
 *
 * @throws Error when they are packed and damaged, or too many.
 */
export function textOf(bytes: Uint8Array, longest = LONGEST_TEXT): string {
  if (isGzip(bytes)) {
    return textOf(gunzipSync(bytes, { maxOutputLength: longest }), longest);
  }
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  // The decoder takes the mark away.
  return new TextDecoder('utf-8').decode(bytes);
}

/** Whether bytes are what gzip packed. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Whether bytes begin with a byte order mark of UTF-16. */
export const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

const tooLong = (longest: number): Error => new Error(`it is longer than ${longest} bytes`);
