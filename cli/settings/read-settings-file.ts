import { closeSync, openSync, readSync, statSync } from 'node:fs';

import { isUtf16, textOf } from '../outside-text.ts';

/** No file of settings is larger, in bytes. */
const MOST_BYTES = 1024 * 1024;

/**
 * Reads a small file of settings as text.
 *
 * @param named whether the user named it, and may have meant a pipe. One that merely lies there may be anybody's, and
 *   opening a pipe to which nobody writes would never end.
 * @throws Error when it is too large or no text in UTF-8 or UTF-16, and the file system's own when it cannot be read.
 */
export function readSettingsFile(path: string, named: boolean): string {
  if (!named && !statSync(path).isFile()) throw new Error('it is no file');
  const bytes = firstBytes(path);
  if (bytes.length > MOST_BYTES) throw new Error(`it is larger than ${MOST_BYTES} bytes`);
  // What a shell of Windows writes may be UTF-16.
  if (isUtf16(bytes)) return textOf(bytes);
  try {
    // A byte order mark, with which some editors begin a file, is left out.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new Error('it is not in UTF-8: save it as UTF-8', { cause: error });
    throw error;
  }
}

/** What a file begins with, one byte more than there may be: a device has no end. */
function firstBytes(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(MOST_BYTES + 1);
    let length = 0;
    for (let count = 1; count > 0 && length < bytes.length; length += count)
      count = readSync(file, bytes, length, bytes.length - length, null);
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
