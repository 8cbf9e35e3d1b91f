import { TOO_LONG, type Piece } from './piece.ts';
import { LARGEST_ENTRY, Window } from './window.ts';

/** Names under which formats keep their list of entries. */
const LISTS = new Set(['entries', 'interactions', 'http_interactions', 'recordings', 'mappings']);

/** Lists deeper than this belong to something else. */
const DEEPEST_LIST = 5;

/** No name of a list is longer. */
const LONGEST_NAME = 32;

const [QUOTE, BACKSLASH, COLON, SPACE] = [0x22, 0x5c, 0x3a, 0x20];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

const opens = (byte: number): boolean => byte === OPEN_OBJECT || byte === OPEN_LIST;
const closes = (byte: number): boolean => byte === CLOSE_OBJECT || byte === CLOSE_LIST;

/** A list or an object that is not closed yet, outside of any entry. */
interface Open {
  /** The byte that closes it. */
  readonly close: number;
  readonly holdsEntries: boolean;
}

const MISMATCH: Piece = { trouble: 'it is not JSON: brackets do not match' };
const TRUNCATED: Piece = { trouble: 'it ends before its JSON does' };

/**
 * Cuts JSON into the entries of its list, without parsing any: the elements of the outermost list, or of one by a known
 * name. What is not JSON shows when an entry is parsed, or by its end.
 */
export function jsonEntries(chunks: Iterable<Uint8Array>): Generator<Piece> {
  return new Cutter(new Window(chunks)).pieces();
}

/** Goes through JSON byte by byte, knowing no more of it than where strings, brackets and entries begin and end. */
class Cutter {
  private readonly window: Window;
  private at = 0;
  private readonly open: Open[] = [];
  /** Where the entry under way begins, and how many of its brackets are open. */
  private entry: number | undefined;
  private depth = 0;
  private isTooLong = false;
  /** Where the string under way begins, and the name that stands before a colon. */
  private string: number | undefined;
  private name = '';

  constructor(window: Window) {
    this.window = window;
  }

  *pieces(): Generator<Piece> {
    for (;;) {
      const byte = this.window.at(this.at);
      if (byte === undefined) {
        if (this.more()) continue;
        break;
      }
      this.at += 1;
      const piece = this.take(byte);
      if (piece !== undefined) yield piece;
      if (piece === MISMATCH) return;
    }
    if (this.entry !== undefined || this.open.length > 0 || this.string !== undefined) yield TRUNCATED;
  }

  /** Reads on, and lets go of what is no longer needed: all but the entry or the name under way. */
  private more(): boolean {
    const { window, at, entry, string } = this;
    this.isTooLong ||= entry !== undefined && window.end - entry > LARGEST_ENTRY;
    const isLong = string !== undefined && at - string > LONGEST_NAME;
    return window.advance((this.isTooLong ? undefined : entry) ?? (isLong ? at : (string ?? at)));
  }

  private take(byte: number): Piece | undefined {
    if (this.string !== undefined) {
      this.takeInString(byte, this.string);
      return undefined;
    }
    if (byte === QUOTE) {
      this.string = this.at;
      return undefined;
    }
    return this.entry === undefined ? this.takeOutside(byte) : this.takeInEntry(byte, this.entry);
  }

  private takeInString(byte: number, begin: number): void {
    if (byte === BACKSLASH) this.at += 1;
    if (byte !== QUOTE) return;
    const end = this.at - 1;
    if (this.entry === undefined) this.name = end - begin >= LONGEST_NAME ? '' : this.textOf(begin, end);
    this.string = undefined;
  }

  private takeInEntry(byte: number, begin: number): Piece | undefined {
    if (opens(byte)) this.depth += 1;
    else if (closes(byte)) this.depth -= 1;
    if (this.depth > 0) return undefined;
    const { isTooLong } = this;
    this.entry = undefined;
    this.isTooLong = false;
    return isTooLong ? TOO_LONG : { bytes: this.window.slice(begin, this.at) };
  }

  private takeOutside(byte: number): Piece | undefined {
    if (byte === OPEN_OBJECT && this.open.at(-1)?.holdsEntries === true) {
      this.entry = this.at - 1;
      this.depth = 1;
    } else if (opens(byte)) {
      this.enter(byte);
    } else if (closes(byte)) {
      if (this.open.pop()?.close !== byte) return MISMATCH;
    } else if (byte !== COLON && byte > SPACE) {
      // A name counts for the value right after it.
      this.name = '';
    }
    return undefined;
  }

  private enter(byte: number): void {
    const isNamed = LISTS.has(this.name) && this.open.length <= DEEPEST_LIST;
    this.open.push({
      close: byte === OPEN_LIST ? CLOSE_LIST : CLOSE_OBJECT,
      holdsEntries: byte === OPEN_LIST && (this.open.length === 0 || isNamed),
    });
    this.name = '';
  }

  private textOf(from: number, to: number): string {
    return this.window.slice(from, to).toString('latin1');
  }
}
