import { TOO_LONG, type Piece } from './piece.ts';
import { LARGEST_ENTRY, Window } from './window.ts';

/** Names under which formats keep their list of entries. */
const LISTS = new Set(['entries', 'interactions', 'http_interactions', 'recordings']);

/** Lists deeper than this belong to something else. */
const DEEPEST_LIST = 5;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

const opens = (byte: number): boolean => byte === OPEN_OBJECT || byte === OPEN_LIST;
const closes = (byte: number): boolean => byte === CLOSE_OBJECT || byte === CLOSE_LIST;

/**
 * Cuts JSON into the entries of its list, without parsing any: the elements of the outermost list, or of one by a known
 * name. What is not JSON shows when an entry is parsed, or by its end.
 */
export function* jsonEntries(chunks: Iterable<Uint8Array>): Generator<Piece> {
  const window = new Window(chunks);
  /** The closing byte that each open list or object waits for, and whether its objects are entries. */
  const open: { readonly close: number; readonly holdsEntries: boolean }[] = [];
  let word = '';
  let named = '';
  let entryStart = -1;
  let entryDepth = 0;
  let oversized = false;
  let inString = false;
  let at = 0;
  for (;;) {
    if (at >= window.bytes.length) {
      if (entryStart >= 0 && window.bytes.length - entryStart > LARGEST_ENTRY) {
        oversized = true;
        entryStart = at - 1;
      }
      const from = entryStart >= 0 ? entryStart : at;
      // A skip over an escaped character may have led past the end.
      at -= Math.min(from, window.bytes.length);
      if (entryStart >= 0) entryStart = 0;
      if (!window.advance(from)) break;
      continue;
    }
    const { bytes } = window;
    const { length } = bytes;
    if (inString) {
      const isKept = entryStart < 0 && word.length < 64;
      while (at < length) {
        const byte = bytes[at] ?? 0;
        if (byte === BACKSLASH) {
          at += 2;
          continue;
        }
        at += 1;
        if (byte === QUOTE) {
          inString = false;
          break;
        }
        if (isKept) word += String.fromCodePoint(byte);
      }
      continue;
    }
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === QUOTE) {
      inString = true;
      word = '';
    } else if (entryStart >= 0) {
      if (opens(byte)) entryDepth += 1;
      else if (closes(byte)) {
        entryDepth -= 1;
        if (entryDepth === 0) {
          yield oversized ? TOO_LONG : { bytes: bytes.subarray(entryStart, at) };
          entryStart = -1;
          oversized = false;
        }
      }
    } else if (byte === COLON) {
      named = word;
    } else if (opens(byte)) {
      const isEntry = byte === OPEN_OBJECT && open.at(-1)?.holdsEntries === true;
      if (isEntry) {
        entryStart = at - 1;
        entryDepth = 1;
      } else {
        const isOutermost = open.length === 0;
        const holdsEntries =
          byte === OPEN_LIST && (isOutermost || (LISTS.has(named) && open.length <= DEEPEST_LIST));
        open.push({ close: byte === OPEN_LIST ? CLOSE_LIST : CLOSE_OBJECT, holdsEntries });
        named = '';
      }
    } else if (closes(byte) && open.pop()?.close !== byte) {
      yield { trouble: 'it is not JSON: brackets do not match' };
      return;
    }
  }
  if (entryStart >= 0 || open.length > 0 || inString) yield { trouble: 'it ends before its JSON does' };
}
