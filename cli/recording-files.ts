import { closeSync, globSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, isAbsolute, join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';

import type { Source } from '../recordings/read-recording.ts';
import { isGzip, isUtf16, textOf } from './outside-text.ts';

/** Files up to this many bytes are read at once. */
const CHUNK_BYTES = 4 * 1024 * 1024;

/** What a compressed recording may unpack to, and how long a body beside an archive may be, in bytes. */
const LARGEST_IN_MEMORY = 256 * 1024 * 1024;

/** Endings that recordings have; of a folder, other files are not looked at. */
const ENDINGS = new Set(['.har', '.chlsj', '.json', '.yaml', '.yml', '.gz']);

/**
 * The files that somebody named: files as they are, folders with every recording below them, and globs. Each once, in
 * a stable order; a name that nothing bears stays as it is, so that reading it says so.
 */
export function recordingFiles(named: readonly string[]): readonly string[] {
  const files = named.flatMap((name) => {
    const stats = statSync(name, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) return within(name);
    if (stats !== undefined) return [name];
    const matches = globSync(name).filter(isFile).toSorted();
    return matches.length > 0 ? matches : [name];
  });
  return [...new Set(files)];
}

const within = (folder: string): readonly string[] =>
  globSync('**/*', { cwd: folder, exclude: ['**/node_modules', '**/.git'] })
    .filter((name) => ENDINGS.has(extname(name).toLowerCase()))
    .map((name) => join(folder, name))
    .filter(isFile)
    .toSorted();

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/**
 * A recording's bytes, piece by piece where there are many.
 *
 * @throws Error when the file cannot be read.
 */
export function recordingSource(path: string): Source {
  const size = statSync(path).size;
  const small = size <= CHUNK_BYTES ? unpacked(readFileSync(path)) : undefined;
  return {
    size: small?.length ?? size,
    beside: (name) => readBeside(dirname(path), name),
    *chunks() {
      if (small === undefined) yield* piecesOf(path);
      else yield small;
    },
  };
}

/** Bytes of UTF-8, whatever packed them or wrote them in wider characters. */
function unpacked(bytes: Buffer): Buffer {
  if (isGzip(bytes)) return unpacked(gunzipSync(bytes, { maxOutputLength: LARGEST_IN_MEMORY }));
  return isUtf16(bytes) ? Buffer.from(textOf(bytes)) : bytes;
}

function* piecesOf(path: string): Generator<Buffer> {
  const descriptor = openSync(path, 'r');
  try {
    for (let first = true; ; first = false) {
      const piece = Buffer.allocUnsafe(CHUNK_BYTES);
      const length = readSync(descriptor, piece);
      if (length === 0) return;
      if (first && (isGzip(piece) || isUtf16(piece))) {
        yield unpacked(readFileSync(path));
        return;
      }
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** A file that lies beside a recording; what a link or `..` leads to elsewhere is none. */
function readBeside(folder: string, name: string): Buffer | undefined {
  const path = join(folder, name);
  if (!isFile(path) || statSync(path).size > LARGEST_IN_MEMORY) return undefined;
  const way = relative(realpathSync(folder), realpathSync(path));
  return way.startsWith('..') || isAbsolute(way) ? undefined : readFileSync(path);
}
