import { TOO_LONG, type Piece } from './piece.ts';
import { LARGEST_ENTRY, Window } from './window.ts';

const LINE_FEED = 0x0a;
const [SPACE, TAB, CARRIAGE_RETURN, DASH, HASH] = [0x20, 0x09, 0x0d, 0x2d, 0x23];

/** As much of a line as tells what it begins, in bytes. */
const TELLING = 256;

/** A key under which formats keep their list of entries, in block style. */
const LIST_KEY = /^["']?(?:interactions|http_interactions|recordings)["']?\s*:\s*(?:#.*|&\S+\s*)?$/;

/** A line, by how it begins. */
interface Line {
  readonly start: number;
  readonly indent: number;
  readonly isDash: boolean;
  /** What stands after the indent, as far as it tells anything. */
  readonly text: () => string;
}

/**
 * Cuts YAML into the entries of its list, without parsing any: the items of a list in block style, by their indent.
 * YAML indents whatever stands inside an item further than the item's dash, so that a line with this indent and a dash
 * begins the next one.
 */
export function* yamlEntries(chunks: Iterable<Uint8Array>): Generator<Piece> {
  const window = new Window(chunks);
  const list = new ListFinder();
  let entry: number | undefined;
  let isTooLong = false;
  const kept = (): number | undefined => {
    isTooLong ||= entry !== undefined && window.end - entry > LARGEST_ENTRY;
    return isTooLong ? undefined : entry;
  };
  for (const line of lines(window, kept)) {
    if (list.indent !== undefined && line.indent > list.indent) continue;
    if (entry !== undefined) yield isTooLong ? TOO_LONG : { bytes: window.slice(entry, line.start) };
    isTooLong = false;
    entry = list.beginsItem(line) ? line.start : undefined;
  }
  if (entry !== undefined) yield isTooLong ? TOO_LONG : { bytes: window.slice(entry, window.end) };
}

/** Knows at which indent the items of the list stand, and whether a line is one of them. */
class ListFinder {
  /** Of the dashes; `undefined` outside of a list. */
  indent: number | undefined;
  /** Of the list's key, while only that was seen. */
  private keyIndent: number | undefined;
  private isDocumentBegun = false;

  beginsItem(line: Line): boolean {
    const { indent, isDash } = line;
    if (isDash && indent === this.indent) return true;
    const isUnderKey = isDash && this.keyIndent !== undefined && indent >= this.keyIndent;
    // A document may be a list and nothing else.
    const isWhole = isDash && indent === 0 && !this.isDocumentBegun;
    this.indent = isUnderKey || isWhole ? indent : undefined;
    const text = line.text();
    this.keyIndent = LIST_KEY.test(text) ? indent : undefined;
    this.isDocumentBegun = !/^(?:---|\.\.\.|%)/.test(text);
    return this.indent !== undefined;
  }
}

/** Every line but blank ones and comments. Of a long line, the window keeps no more than `kept` asks for. */
function* lines(window: Window, kept: () => number | undefined): Generator<Line> {
  let start = 0;
  for (;;) {
    while (window.end - start < TELLING && window.indexOf(LINE_FEED, start) < 0) {
      if (!window.advance(kept() ?? start)) break;
    }
    if (start >= window.end) return;
    const line = lineAt(window, start);
    if (line !== undefined) yield line;
    let feed = window.indexOf(LINE_FEED, start);
    while (feed < 0) {
      const searched = window.end;
      if (!window.advance(kept() ?? searched)) return;
      feed = window.indexOf(LINE_FEED, searched);
    }
    start = feed + 1;
  }
}

function lineAt(window: Window, start: number): Line | undefined {
  let at = start;
  while (window.at(at) === SPACE) at += 1;
  const [first, second] = [window.at(at), window.at(at + 1)];
  const isBlank = first === undefined || first === LINE_FEED || first === CARRIAGE_RETURN || first === TAB;
  if (isBlank || first === HASH) return undefined;
  const isAlone =
    second === undefined || second === SPACE || second === LINE_FEED || second === CARRIAGE_RETURN;
  return {
    start,
    indent: at - start,
    isDash: first === DASH && isAlone,
    text: () => {
      const [line = ''] = window
        .slice(at, at + TELLING)
        .toString('latin1')
        .split('\n', 1);
      return line.trimEnd();
    },
  };
}
