/** An entry longer than this is passed over, in bytes: memory is bounded, whatever lies in a file. */
export const LARGEST_ENTRY = 32 * 1024 * 1024;

/** A view of a stream of bytes that moves forward. Every place is counted from the beginning of the stream. */
export class Window {
  private bytes: Buffer = Buffer.alloc(0);
  /** Where the view begins. */
  private base = 0;
  private readonly source: Iterator<Uint8Array>;

  constructor(chunks: Iterable<Uint8Array>) {
    this.source = chunks[Symbol.iterator]();
  }

  /** Where the view ends. */
  get end(): number {
    return this.base + this.bytes.length;
  }

  /** The byte at a place within the view. */
  at(place: number): number | undefined {
    return this.bytes[place - this.base];
  }

  /** Where a byte is found next; -1 where the view has none. */
  indexOf(byte: number, from: number): number {
    const found = this.bytes.indexOf(byte, from - this.base);
    return found < 0 ? found : found + this.base;
  }

  slice(from: number, to: number): Buffer {
    return this.bytes.subarray(from - this.base, to - this.base);
  }

  /**
   * Adds what comes next and forgets what lies before a place.
   *
   * @returns whether anything came.
   */
  advance(keepFrom: number): boolean {
    const next = this.source.next();
    if (next.done === true) return false;
    const from = Math.min(keepFrom, this.end);
    const rest = this.bytes.subarray(from - this.base);
    const chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    this.base = from;
    this.bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    return true;
  }
}
