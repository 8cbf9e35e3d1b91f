/** An entry longer than this is passed over, in bytes: memory is bounded, whatever lies in a file. */
export const LARGEST_ENTRY = 64 * 1024 * 1024;

/**
 * A view of a stream of bytes that moves forward: from the first byte that is still needed to the last one that has
 * come.
 */
export class Window {
  bytes: Buffer = Buffer.alloc(0);
  private readonly source: Iterator<Uint8Array>;

  constructor(chunks: Iterable<Uint8Array>) {
    this.source = chunks[Symbol.iterator]();
  }

  /**
   * Adds what comes next and forgets what lies before `from`.
   *
   * @returns whether anything came.
   */
  advance(from: number): boolean {
    const next = this.source.next();
    const rest = this.bytes.subarray(from);
    if (next.done === true) {
      this.bytes = rest;
      return false;
    }
    const chunk = next.value;
    this.bytes =
      rest.length === 0
        ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
        : Buffer.concat([rest, chunk]);
    return true;
  }
}
