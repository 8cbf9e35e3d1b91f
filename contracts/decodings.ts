/** A stretch of a text, from the one place up to the other. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What a text, or a part of it, stands for, and where in that text each stretch of it was written. */
export interface Decoding {
  readonly text: string;
  readonly origin: (stretch: Stretch) => Stretch;
}

/** What is looked for in encoded text. */
export interface Sought {
  /** Bytes that it takes at the least. */
  readonly shortest: number;
  /** Whether all of it is printable ASCII; nearly nothing that is no text decodes to that. */
  readonly isPrintable: boolean;
}

/**
 * What a text may stand for: without escapes of URLs, JSON, JavaScript and HTML; and each run of hexadecimal or base64
 * in it as the bytes behind it, whatever stands before them in the same run. A byte becomes the character of its number.
 */
export function* decodingsOf(text: string, sought: Sought): Generator<Decoding> {
  if (ESCAPE.test(text)) yield unescaped(text);
  const { shortest } = sought;
  for (const { 0: run, index } of text.matchAll(runs(HEX, shortest * 2))) {
    for (const skipped of [0, 1]) {
      const bytes = Buffer.from(run.slice(skipped), 'hex');
      if (mayHold(bytes, sought)) yield inHex(bytes, index + skipped);
    }
  }
  for (const { 0: run, index } of text.matchAll(runs(BASE64, Math.ceil((shortest * 4) / 3)))) {
    for (const skipped of [0, 1, 2, 3]) {
      const bytes = Buffer.from(run.slice(skipped), 'base64');
      if (mayHold(bytes, sought)) yield inBase64(bytes, index + skipped);
    }
  }
}

function mayHold(bytes: Buffer, { shortest, isPrintable }: Sought): boolean {
  if (!isPrintable) return bytes.length >= shortest;
  let length = 0;
  for (const byte of bytes) {
    length = byte >= 0x20 && byte <= 0x7e ? length + 1 : 0;
    if (length >= shortest) return true;
  }
  return false;
}

const ESCAPE =
  /%[0-9a-f]{2}|\\u[0-9a-f]{4}|\\u\{[0-9a-f]{1,6}\}|\\x[0-9a-f]{2}|\\[^ux]|&(?:#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos|nbsp);/i;

const HEX = '0-9a-f';
const BASE64 = 'a-z0-9+/_-';

const made = new Map<string, RegExp>();

function runs(alphabet: string, shortest: number): RegExp {
  const source = `[${alphabet}]{${shortest},}`;
  const pattern = made.get(source) ?? new RegExp(source, 'gi');
  made.set(source, pattern);
  return pattern;
}

/** What comes after a backslash, where it is not itself. */
const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

function meaningOf(escape: string): string {
  if (escape.startsWith('%')) return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
  if (escape.startsWith('\\')) {
    const digits = /^\\[ux]\{?([0-9a-f]+)/i.exec(escape)?.[1];
    return digits === undefined ? (CONTROLS.get(escape.slice(1)) ?? escape.slice(1)) : character(digits, 16);
  }
  const name = escape.slice(1, -1).toLowerCase();
  if (name.startsWith('#x')) return character(name.slice(2), 16);
  return name.startsWith('#') ? character(name.slice(1), 10) : (ENTITIES.get(name) ?? escape);
}

function character(digits: string, base: number): string {
  const code = Number.parseInt(digits, base);
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\ufffd';
}

/** A text without its escapes, one layer of them. */
export function unescaped(text: string): Decoding {
  const parts: string[] = [];
  /** Where the escapes end: in what was decoded, and in the text. */
  const ends: Stretch[] = [];
  let length = 0;
  let last = 0;
  for (const { 0: escape, index } of text.matchAll(new RegExp(ESCAPE, 'gi'))) {
    const before = text.slice(last, index);
    const meaning = meaningOf(escape);
    parts.push(before, meaning);
    length += before.length + meaning.length;
    last = index + escape.length;
    ends.push({ from: length, to: last });
  }
  parts.push(text.slice(last));
  const at = (place: number): number => placeOf(place, ends);
  return {
    text: parts.join(''),
    // What is the last half of an escape's meaning is taken with the whole of it.
    origin: ({ from, to }) => ({ from: at(from), to: Math.max(at(to), at(to - 1) + 1) }),
  };
}

/** Where in a text a place of its decoding is, by a search in halves for the last escape before it. */
function placeOf(place: number, ends: readonly Stretch[]): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.from ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const end = ends[low - 1];
  return end === undefined ? place : end.to + place - end.from;
}

const inHex = (bytes: Buffer, start: number): Decoding => ({
  text: bytes.toString('latin1'),
  origin: ({ from, to }) => ({ from: start + from * 2, to: start + to * 2 }),
});

const inBase64 = (bytes: Buffer, start: number): Decoding => ({
  text: bytes.toString('latin1'),
  origin: ({ from, to }) => ({
    from: start + Math.floor((from * 4) / 3),
    to: start + Math.ceil((to * 4) / 3),
  }),
});
