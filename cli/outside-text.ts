import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** More bytes than anybody publishes in one file; a longer one is not read. */
export const LONGEST_TEXT = 32 * 1024 * 1024;

const PIECE = 1024 * 1024;

/**
 * Reads a file that somebody else wrote, whole, as text.
 *
 * @throws Error when it cannot be read, or holds more than {@link LONGEST_TEXT} bytes.
 */
export function readOutsideText(path: string): string {
  const file = openSync(path, 'r');
  try {
    // A folder says so when it is read.
    if (fstatSync(file).size > LONGEST_TEXT) throw tooLong();
    return textOf(allBytes(file));
  } finally {
    closeSync(file);
  }
}

/** A device or a pipe tells no size, and may never end. */
function allBytes(file: number): Buffer {
  const pieces: Buffer[] = [];
  for (let length = 0; length <= LONGEST_TEXT;) {
    const piece = Buffer.alloc(PIECE);
    const read = readSync(file, piece);
    if (read === 0) return Buffer.concat(pieces);
    pieces.push(piece.subarray(0, read));
    length += read;
  }
  throw tooLong();
}

/**
 * The text of bytes that somebody else wrote: UTF-8, or UTF-16 with a byte order mark; unpacked where gzip packed them.
 *
 * @throws Error when they are packed and damaged, or too many.
 */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0x1f && second === 0x8b) {
    return textOf(gunzipSync(bytes, { maxOutputLength: LONGEST_TEXT }));
  }
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // The decoder takes the mark away.
  return new TextDecoder('utf-8').decode(bytes);
}

const tooLong = (): Error => new Error(`it is longer than ${LONGEST_TEXT} bytes`);
