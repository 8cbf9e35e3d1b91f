/** In what a file is written; a text where it is nothing that a recording is written in. */
export type Notation =
  { readonly kind: 'json' | 'yaml' } | { readonly kind: 'unknown'; readonly reason: string };

/** How much of a file tells what it is written in, in bytes. */
export const HEAD_BYTES = 4096;

const unknown = (reason: string): Notation => ({ kind: 'unknown', reason });

/** What begins a line of YAML: a document, a directive, a key, an item. */
const YAML_LINE = /^\s*(?:---|%YAML|!\S+\s*$|-(?:\s|$)|["']?[\w .$/-]+["']?\s*:(?:\s|$))/;

/** Tells from a file's first bytes what it is written in; its name has no part in it. */
export function notationOf(head: Uint8Array): Notation {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, HEAD_BYTES));
  if (bytes.length === 0) return unknown('it is empty');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return unknown('it is a ZIP archive: unpack it first');
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return unknown('it is written in UTF-16: save it as UTF-8');
  if (bytes.includes(0)) return unknown('it is binary');
  const text = bytes.toString('utf8').replace(/^\u{feff}/u, '');
  if (text.trim() === '' && head.byteLength <= HEAD_BYTES) return unknown('it is empty');
  if (/^\s*[[{]/.test(text)) return { kind: 'json' };
  const line = text.split(/\r?\n/).find((each) => each.trim() !== '' && !each.trim().startsWith('#'));
  return line !== undefined && YAML_LINE.test(line)
    ? { kind: 'yaml' }
    : unknown('it is neither JSON nor YAML');
}
