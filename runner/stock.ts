/** More values than this are not drawn ahead of their turn. */
const MOST = 16;

/** Values that are drawn while there is nothing better to do, and handed out in the order in which they were drawn. */
export class Stock<T> {
  private readonly source: Iterator<T>;
  private readonly drawn: T[] = [];

  /** @param source gives values without end. */
  constructor(source: Iterator<T>) {
    this.source = source;
  }

  /** The next value, drawn now where none was drawn before. */
  take(): T {
    return this.drawn.shift() ?? this.draw();
  }

  /** Draws one value more, unless there are many already; returns whether it did. */
  add(): boolean {
    if (this.drawn.length >= MOST) return false;
    this.drawn.push(this.draw());
    return true;
  }

  private draw(): T {
    const next = this.source.next();
    if (next.done === true) throw new Error('the draws came to an end');
    return next.value;
  }
}
