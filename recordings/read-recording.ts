import { charles } from './charles.ts';
import { field, fieldsOf } from './fields.ts';
import { notKnown } from './foreign-formats.ts';
import { goVcr } from './go-vcr.ts';
import { har } from './har.ts';
import { jsonEntries } from './json-entries.ts';
import { loadYaml } from './load-yaml.ts';
import { nock } from './nock.ts';
import { HEAD_BYTES, notationOf } from './notation.ts';
import type { Piece } from './piece.ts';
import { postman } from './postman.ts';
import type { Entry, Format, ReadBeside, RecordedPair } from './recorded.ts';
import { vcr } from './vcr.ts';
import { wiremock } from './wiremock.ts';
import { yamlEntries } from './yaml-entries.ts';

/** A recording, as whoever may read files gives it. */
export interface Source {
  /** The bytes from the beginning, piece by piece; may be asked for twice. */
  readonly chunks: () => Iterable<Uint8Array>;
  readonly beside: ReadBeside;
  /** In bytes. */
  readonly size: number;
}

/** One entry that was read, or why one was not. */
export type Reading =
  | { readonly kind: 'pair'; readonly entry: number; readonly format: string; readonly pair: RecordedPair }
  | { readonly kind: 'trouble'; readonly entry?: number; readonly reason: string };

/** What a whole recording came to. */
export interface Extent {
  /** Entries of any kind, those included that were of no interest. */
  readonly entries: number;
  /** Why the file is no recording that can be read; absent where it is one. */
  readonly unreadable?: string;
}

/** Each looks at the whole shape of an entry; where two fit, the first has the closer look. */
const FORMATS: readonly Format[] = [nock, postman, charles, har, goVcr, wiremock, vcr];

/** What stands in every entry of interest; JSON may escape the slash. Any other is not even parsed. */
const MARKS = ['/', String.raw`\/`, String.raw`\u002f`, String.raw`\u002F`].map((slash) =>
  Buffer.from(`actions${slash}actions`),
);

/** An address in its parts, as generators of collections write it. */
const IN_PARTS = /"actions"\s*,\s*"actions"/;

/** Files that must be parsed as a whole are, up to this many bytes. */
const LARGEST_WHOLE = 32 * 1024 * 1024;

const mentionsActions = (bytes: Buffer): boolean => MARKS.some((mark) => bytes.includes(mark));

/** Whether an exchange is about another part of the API. */
const isOfOthers = (reading: Reading): boolean =>
  reading.kind === 'pair' && !reading.pair.request.url.includes('actions/actions');

/** Reads the entries of a recording that concern actions, one by one, in bounded memory; never throws for what is in it. */
export function* readRecording(source: Source): Generator<Reading, Extent> {
  const notation = notationOf(headOf(source));
  if (notation.kind === 'unknown') return { entries: 0, unreadable: notation.reason };
  const { kind } = notation;
  let entries = 0;
  for (const piece of kind === 'json' ? jsonEntries(source.chunks()) : yamlEntries(source.chunks())) {
    entries += 1;
    const readings = [...readPiece(piece, kind, entries, source.beside)];
    if (readings.some(isAlias)) return yield* readWhole(source, kind, entries);
    yield* readings;
  }
  return entries > 0 ? { entries } : yield* readWhole(source, kind, 1);
}

/** YAML may refer to what stands in another entry; then only the whole document can be parsed. */
const isAlias = (reading: Reading): boolean =>
  reading.kind === 'trouble' && reading.reason.startsWith('unidentified alias');

function headOf({ chunks }: Source): Uint8Array {
  const head: Uint8Array[] = [];
  let length = 0;
  for (const chunk of chunks()) {
    head.push(chunk);
    length += chunk.length;
    if (length >= HEAD_BYTES) break;
  }
  return Buffer.concat(head);
}

function* readPiece(
  piece: Piece,
  kind: 'json' | 'yaml',
  entry: number,
  beside: ReadBeside,
): Generator<Reading> {
  if ('trouble' in piece) {
    yield { kind: 'trouble', entry, reason: piece.trouble };
    return;
  }
  if (!mentionsActions(piece.bytes)) return;
  const parsed = kind === 'json' ? parseJson(piece.bytes) : loadYaml(textOf(piece.bytes));
  if (typeof parsed === 'string') {
    yield { kind: 'trouble', entry, reason: parsed };
    return;
  }
  // An item of YAML is a list of one.
  const values = parsed.flatMap((value): readonly unknown[] => (Array.isArray(value) ? value : [value]));
  for (const value of values) yield* readEntry(fieldsOf(value), entry, beside);
}

function* readEntry(value: Entry, entry: number, beside: ReadBeside): Generator<Reading> {
  const format = FORMATS.find(({ recognises }) => recognises(value));
  if (format === undefined) {
    yield { kind: 'trouble', entry, reason: notKnown(value) };
    return;
  }
  const read = format.read(value, beside);
  yield 'unreadable' in read
    ? { kind: 'trouble', entry, reason: read.unreadable }
    : { kind: 'pair', entry, format: format.name, pair: read };
}

const textOf = (bytes: Buffer): string => bytes.toString('utf8').replace(/^\u{feff}/u, '');

/** The value in a list of one, or why it is no JSON. */
function parseJson(bytes: Buffer): readonly unknown[] | string {
  try {
    const value: unknown = JSON.parse(textOf(bytes));
    return [value];
  } catch (error) {
    if (error instanceof SyntaxError) return `it is not JSON: ${error.message}`;
    throw error;
  }
}

/** The values of JSON that has one on each line; `undefined` where it is anything else. */
function jsonLines(bytes: Buffer): readonly unknown[] | undefined {
  const lines = textOf(bytes)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  if (lines.length < 2 || !lines.every((line) => /^\s*\{.*\}\s*$/.test(line))) return undefined;
  const values = lines.map((line) => parseJson(Buffer.from(line)));
  return values.every((value) => typeof value !== 'string') ? values.flat() : undefined;
}

/**
 * Reads what has no list that could be cut: a single call, or lists in an unusual place or style.
 *
 * @param first the entry to begin with, where those before it have been read already.
 */
function* readWhole(
  { chunks, beside }: Source,
  kind: 'json' | 'yaml',
  first: number,
): Generator<Reading, Extent> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const chunk of chunks()) {
    parts.push(chunk);
    length += chunk.length;
    if (length > LARGEST_WHOLE) return { entries: 0, unreadable: 'it has no list of entries' };
  }
  const bytes = Buffer.concat(parts);
  if (!mentionsActions(bytes) && !IN_PARTS.test(bytes.toString('latin1'))) return { entries: 0 };
  const parsed = kind === 'json' ? (jsonLines(bytes) ?? parseJson(bytes)) : loadYaml(textOf(bytes));
  if (typeof parsed === 'string') return { entries: 0, unreadable: parsed };
  let entries = 0;
  for (const value of parsed.flatMap((each) => [...candidates(each, 0)])) {
    entries += 1;
    if (entries < first) continue;
    for (const reading of readEntry(value, entries, beside)) if (!isOfOthers(reading)) yield reading;
  }
  return entries > 0 ? { entries } : { entries: 0, unreadable: notKnown(parsed[0]) };
}

/** Folders in folders of a collection, and more than any file has. */
const DEEPEST = 24;

/** Everything in a document that a format recognises, however deep within reason. */
function* candidates(value: unknown, depth: number): Generator<Entry> {
  if (depth > DEEPEST) return;
  const fields = fieldsOf(value);
  if (FORMATS.some(({ recognises }) => recognises(fields))) {
    yield fields;
    return;
  }
  const children = Array.isArray(value) ? value : Object.keys(fields).map((name) => field(fields, name));
  for (const child of children as readonly unknown[]) yield* candidates(child, depth + 1);
}
