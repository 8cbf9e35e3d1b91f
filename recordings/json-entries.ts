import { TOO_LONG, type Piece } from './piece.ts';
import { LARGEST_ENTRY, Window } from './window.ts';

/** Names under which formats keep their list of entries. */
const LISTS = new Set(['entries', 'interactions', 'http_interactions', 'recordings']);

/** Lists deeper than this belong to something else. */
const DEEPEST_LIST = 5;

/** No name of a list is longer. */
const LONGEST_NAME = 32;

const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

const opens = (byte: number): boolean => byte === OPEN_OBJECT || byte === OPEN_LIST;
const closes = (byte: number): boolean => byte === CLOSE_OBJECT || byte === CLOSE_LIST;

/** A list or an object that is not closed yet, outside of any entry. */
interface Open {
  /** The byte that closes it. */
  readonly close: number;
  readonly holdsEntries: boolean;
}

/**
 * Cuts JSON into the entries of its list, without parsing any: the elements of the outermost list, or of one by a known
 * name. What is not JSON shows when an entry is parsed, or by its end.
 */
export function* jsonEntries(chunks: Iterable<Uint8Array>): Generator<Piece> {
  const window = new Window(chunks);
  const open: Open[] = [];
  let at = 0;
  /** Where the entry under way begins, and how many of its brackets are open. */
  let entry: number | undefined;
  let depth = 0;
  let isTooLong = false;
  /** Where the string under way begins, and the name that stands before a colon. */
  let string: number | undefined;
  let name = '';

  const more = (): boolean => {
    isTooLong ||= entry !== undefined && window.end - entry > LARGEST_ENTRY;
    const isLong = string !== undefined && at - string > LONGEST_NAME;
    return window.advance((isTooLong ? undefined : entry) ?? (isLong ? at : (string ?? at)));
  };

  for (;;) {
    const byte = window.at(at);
    if (byte === undefined) {
      if (more()) continue;
      break;
    }
    at += 1;
    if (string !== undefined) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) {
        if (entry === undefined) name = at - string > LONGEST_NAME ? '' : textOf(window, string, at - 1);
        string = undefined;
      }
    } else if (byte === QUOTE) {
      string = at;
    } else if (entry !== undefined) {
      if (opens(byte)) depth += 1;
      else if (closes(byte)) depth -= 1;
      if (depth > 0) continue;
      yield isTooLong ? TOO_LONG : { bytes: window.slice(entry, at) };
      entry = undefined;
      isTooLong = false;
    } else if (byte === OPEN_OBJECT && open.at(-1)?.holdsEntries === true) {
      entry = at - 1;
      depth = 1;
    } else if (opens(byte)) {
      const isNamed = LISTS.has(name) && open.length <= DEEPEST_LIST;
      open.push({
        close: byte === OPEN_LIST ? CLOSE_LIST : CLOSE_OBJECT,
        holdsEntries: byte === OPEN_LIST && (open.length === 0 || isNamed),
      });
      name = '';
    } else if (closes(byte) && open.pop()?.close !== byte) {
      yield { trouble: 'it is not JSON: brackets do not match' };
      return;
    } else if (byte !== COLON && byte > 0x20) {
      // A name counts for the value right after it.
      name = '';
    }
  }
  if (entry !== undefined || open.length > 0 || string !== undefined) {
    yield { trouble: 'it ends before its JSON does' };
  }
}

const textOf = (window: Window, from: number, to: number): string =>
  window.slice(from, to).toString('latin1');
