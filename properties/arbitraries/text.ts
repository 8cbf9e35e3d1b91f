import * as fc from 'fast-check';

/** Constraints on {@link text}. Lengths are in UTF-16 code units, as `length` counts them. */
export interface TextConstraints {
  /** 0 by default. */
  readonly minLength?: number;
  /** 40 by default. */
  readonly maxLength?: number;
  /** Whether to draw line breaks and other control characters too, though never U+0000; not by default. */
  readonly controls?: boolean;
}

/** What careless servers stumble over: quoting, templates, escapes, markup, paths, words with a meaning elsewhere. */
const SYNTAX = [
  ['a', ' ', "'", '"', '`', '\\', '${name}', '{{name}}', '%s', '%20', '$1', '\\n', '\\u0041'],
  ['&amp;', '<b>', '</script>', '*/', '//', '#', '../', "' OR 1=1 --", '=1+1'],
  ['null', 'undefined', 'NaN', 'true', '__proto__', 'constructor', '[object Object]'],
].flat();

/**
 * What they fold, count, split or lose: forms that normalisation makes alike, letters whose case is no single letter,
 * clusters of many code points, scripts from right to left, and characters that cannot be seen.
 */
const UNICODE = [
  ['\u00e9', 'e\u0301', '\u212b', '\ufb01', '\u1e9b\u0323', '\u0130', '\u00df', 'a\u0328\u0301\u0323'],
  ['名前', 'проверка', 'שלום', 'สวัสดี', '한', '\u1112\u1161\u11ab', '\u{1d4b3}', '\u{20bb7}'],
  ['👩‍💻', '🇯🇵', '🧑🏽‍🚀', '1\ufe0f\u20e3', '\u200b', '\u200d', '\u202e', '\u2028', '\ufeff', '\u00a0', '\ufffd'],
].flat();

/** Those that JSON writes with an escape, and more that it need not; U+0000 is what a sibling of the API forbids. */
const CONTROLS = [
  '\n',
  '\t',
  '\r\n',
  '\r',
  '\u0001',
  '\u0008',
  '\u000b',
  '\u000c',
  '\u001b[31m',
  '\u007f',
  '\u0085',
];

/**
 * Text of every kind that JSON carries without harm: printable graphemes of all scripts, mixed with what servers are
 * known to stumble over. It is well-formed (no lone surrogates) and shrinks piece by piece.
 */
export function text({
  minLength = 0,
  maxLength = 40,
  controls = false,
}: TextConstraints = {}): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 10 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
    { weight: 2, arbitrary: fc.constantFrom(...SYNTAX) },
    { weight: 2, arbitrary: fc.constantFrom(...UNICODE) },
    { weight: controls ? 1 : 0, arbitrary: fc.constantFrom(...CONTROLS) },
  );
  return fc
    .array(piece, { maxLength: 4 })
    .map((pieces) => clipped(pieces.join(''), maxLength).padEnd(minLength, 'a'));
}

/** The first `length` code units, or one less where a surrogate pair would be torn. */
function clipped(whole: string, length: number): string {
  const part = whole.slice(0, length);
  return part.isWellFormed() ? part : part.slice(0, -1);
}
