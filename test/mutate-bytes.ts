import { array, constantFrom, integer, nat, oneof, record, sample } from 'fast-check';

/** What tends to break readers: brackets, quotes, indents, line ends, marks, escapes, numbers, bytes that are no text. */
const SPLINTERS: readonly Uint8Array[] = [
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  ':',
  ',',
  '\\',
  '\n',
  '\r\n',
  '\n  - ',
  '\n---\n',
  '\t',
  '&a ',
  '*a',
  '!!binary ',
  '!x ',
  'null',
  '1e999',
  '-',
  '"__proto__":',
  '__proto__: ',
  '\u0000',
  '\u{feff}',
  '\\u0000',
  '\\ud800',
  '201',
  '99999',
]
  .map((text) => Buffer.from(text))
  .concat([Buffer.from([0xff, 0xfe]), Buffer.from([0xc3]), Buffer.from([0x1f, 0x8b, 0x08])]);

type Edit =
  | { readonly kind: 'cut' | 'double' | 'drop' | 'flip'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert' | 'overwrite'; readonly at: number; readonly splinter: number };

const edits = array(
  oneof(
    record({
      kind: constantFrom('cut', 'double', 'drop', 'flip'),
      at: nat(1_000_000),
      length: integer({ min: 1, max: 400 }),
    }),
    record({
      kind: constantFrom('insert', 'overwrite'),
      at: nat(1_000_000),
      splinter: nat(SPLINTERS.length - 1),
    }),
  ),
  { minLength: 1, maxLength: 6 },
);

/** The bytes with one to six damages: cut off, doubled, dropped, flipped, or with splinters in them. */
export function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const [drawn = []] = sample(edits, { seed, numRuns: 1 });
  return (drawn as readonly Edit[]).reduce(damaged, bytes);
}

function damaged(bytes: Uint8Array, edit: Edit): Uint8Array {
  const at = bytes.length === 0 ? 0 : edit.at % bytes.length;
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (edit.kind) {
    case 'cut':
      // Seldom: most of what is cut off early has nothing left to go wrong.
      return edit.length > 300 ? before : bytes;
    case 'drop':
      return Buffer.concat([before, after.subarray(edit.length)]);
    case 'double':
      return Buffer.concat([before, after.subarray(0, edit.length), after]);
    case 'flip': {
      const flipped = Buffer.from(bytes);
      if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << (edit.length % 8));
      return flipped;
    }
    case 'insert':
    case 'overwrite': {
      const splinter = SPLINTERS[edit.splinter] ?? Buffer.alloc(0);
      const rest = edit.kind === 'insert' ? after : after.subarray(splinter.length);
      return Buffer.concat([before, splinter, rest]);
    }
  }
}
