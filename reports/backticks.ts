/** A piece of a sentence: prose, or code that stood between backticks. */
export interface Piece {
  readonly code: boolean;
  readonly text: string;
}

/** Takes a sentence apart at its backticks; an odd one out is prose. */
export function pieces(sentence: string): readonly Piece[] {
  return sentence
    .split(/(`[^`]+`)/)
    .filter((text) => text !== '')
    .map((text) =>
      /^`[^`]+`$/.test(text) ? { code: true, text: text.slice(1, -1) } : { code: false, text },
    );
}
