/** A piece with fewer bytes than this is copied: what Node keeps for each is many times as much. */
const SMALL = 4096;

const BLOCK = 64 * 1024;

/** Bytes that arrive piece by piece. However small the pieces are, they take little more memory than their bytes. */
export class Pieces {
  private readonly closed: Buffer[] = [];
  private block = Buffer.alloc(0);
  private used = 0;
  private sum = 0;

  /** Bytes so far. */
  get length(): number {
    return this.sum;
  }

  add(piece: Buffer): void {
    this.sum += piece.length;
    if (piece.length >= SMALL) {
      this.close();
      this.closed.push(piece);
      return;
    }
    if (this.used + piece.length > this.block.length) {
      this.close();
      this.block = Buffer.allocUnsafe(BLOCK);
    }
    this.used += piece.copy(this.block, this.used);
  }

  /** All of them, in their order. */
  whole(): Buffer {
    this.close();
    return Buffer.concat(this.closed, this.sum);
  }

  /** What is left of a block is for the pieces after it. */
  private close(): void {
    if (this.used === 0) return;
    this.closed.push(this.block.subarray(0, this.used));
    this.block = this.block.subarray(this.used);
    this.used = 0;
  }
}
