import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, zstdDecompress } from 'node:zlib';

import { messageOf } from './errors.ts';
import type { Headers } from './exchange.ts';

/** An answer that is not compressed in the way that it says. */
export class DecompressionError extends Error {
  override readonly name = 'DecompressionError';
}

type Decompress = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

// A Map, since every object inherits properties that a header may name.
const WAYS: ReadonlyMap<string, Decompress> = new Map<string, Decompress>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
  ['zstd', promisify(zstdDecompress)],
]);

/** More ways of compression, one around the other, than any server uses. */
const MOST_LAYERS = 3;

/**
 * The bytes of an answer as they were before `content-encoding`; nobody asks for compression, and some servers do it
 * all the same.
 *
 * @param most bytes to make of it: a few thousand can stand for as many millions.
 * @returns nothing where there are more.
 * @throws DecompressionError where the bytes are not what the header says.
 */
export async function decompress(bytes: Buffer, headers: Headers, most: number): Promise<Buffer | undefined> {
  const layers = String(headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((layer) => layer.trim())
    .filter((layer) => layer !== '' && layer !== 'identity');
  if (layers.length > MOST_LAYERS) throw new DecompressionError(`${layers.length} content codings`);
  let plain = bytes;
  for (const layer of layers.toReversed()) {
    const way = WAYS.get(layer);
    if (way === undefined) throw new DecompressionError('an unknown content coding');
    try {
      plain = await way(plain, { maxOutputLength: most });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
        return undefined;
      throw new DecompressionError(`the answer is not ${layer}: ${messageOf(error)}`, { cause: error });
    }
  }
  return plain;
}
