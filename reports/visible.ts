/** Control characters, lone surrogates, noncharacters, bidirectional controls and line separators. */
const TREACHEROUS = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}\u2028\u2029]/gu;

/**
 * The text with every character replaced that could move a cursor, reorder a line or make a document ill-formed. Line
 * feeds and tabs stay.
 */
export function visible(text: string): string {
  return text.replaceAll(TREACHEROUS, picture);
}

/** {@link visible} text on a single line. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll('\n', '␊').replaceAll('\t', ' ');
}

function picture(character: string): string {
  if (character === '\n' || character === '\t') return character;
  const code = character.codePointAt(0) ?? 0;
  // Unicode draws a picture of each control character of ASCII, in the same order.
  if (code < 0x20) return String.fromCodePoint(0x24_00 + code);
  return code === 0x7f ? '␡' : '\u{fffd}';
}
