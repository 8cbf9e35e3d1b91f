import { TOO_LONG, type Piece } from './piece.ts';
import { LARGEST_ENTRY, Window } from './window.ts';

const LINE_FEED = 0x0a;
const [SPACE, TAB, CARRIAGE_RETURN, DASH, HASH] = [0x20, 0x09, 0x0d, 0x2d, 0x23];

/** A key under which formats keep their list of entries, in block style. */
const LIST_KEY = /^(\s*)["']?(?:interactions|http_interactions|recordings)["']?\s*:\s*(?:#.*|&\S+\s*)?$/;

/**
 * Cuts YAML into the entries of its list, without parsing any: the items of a list in block style, by their indent.
 * YAML indents whatever stands inside an item further than the item's dash, so that a line with this indent and a dash
 * begins the next one.
 */
export function* yamlEntries(chunks: Iterable<Uint8Array>): Generator<Piece> {
  const window = new Window(chunks);
  /** Indent of the list's dashes; `key` while only the line before the first is known. */
  let state: 'outside' | 'key' | number = 'outside';
  let keyIndent = 0;
  let seesContent = false;
  let entryStart = -1;
  let oversized = false;
  let lineStart = 0;
  let searched = 0;
  for (;;) {
    const lineEnd = window.bytes.indexOf(LINE_FEED, searched);
    if (lineEnd < 0) {
      const length = window.bytes.length;
      if (entryStart >= 0 && length - entryStart > LARGEST_ENTRY) {
        oversized = true;
        entryStart = lineStart;
      }
      const from = entryStart >= 0 ? entryStart : lineStart;
      const more = window.advance(from);
      searched = length - from;
      lineStart -= from;
      if (entryStart >= 0) entryStart = 0;
      if (more) continue;
      if (lineStart >= window.bytes.length) break;
    }
    const { bytes } = window;
    const end = lineEnd < 0 ? bytes.length : lineEnd;
    const start = lineStart;
    lineStart = searched = end + 1;
    let at = start;
    while (bytes[at] === SPACE) at += 1;
    const first = bytes[at];
    const isBlank = at >= end || first === CARRIAGE_RETURN || first === TAB;
    const indent = at - start;
    // Inside an entry, all that matters is whether it ends here.
    if (isBlank || (first === HASH && state === 'outside')) {
      if (lineEnd < 0) break;
      continue;
    }
    if (typeof state === 'number' && indent > state) {
      if (lineEnd < 0) break;
      continue;
    }
    const follows = bytes[at + 1];
    const isDash =
      first === DASH &&
      (at + 1 >= end || follows === SPACE || follows === LINE_FEED || follows === CARRIAGE_RETURN);
    if (entryStart >= 0 && (typeof state !== 'number' || indent <= state)) {
      yield oversized ? TOO_LONG : { bytes: bytes.subarray(entryStart, start) };
      entryStart = -1;
      oversized = false;
    }
    if (typeof state === 'number' && !(isDash && indent === state)) state = 'outside';
    if (state === 'key') {
      if (isDash && indent >= keyIndent) state = indent;
      else if (first !== HASH) state = 'outside';
    }
    if (state === 'outside') {
      const line = bytes.subarray(start, Math.min(end, start + 200)).toString('latin1');
      const [key, spaces = ''] = LIST_KEY.exec(line.trimEnd()) ?? [];
      if (key !== undefined) {
        state = 'key';
        keyIndent = spaces.length;
      } else if (isDash && indent === 0 && !seesContent) state = 0;
      // A new document may be a list of its own.
      seesContent = !/^(?:---|\.\.\.|%)/.test(line);
    }
    if (typeof state === 'number' && isDash && indent === state) entryStart = start;
    if (lineEnd < 0) break;
  }
  if (entryStart >= 0) yield oversized ? TOO_LONG : { bytes: window.bytes.subarray(entryStart) };
}
