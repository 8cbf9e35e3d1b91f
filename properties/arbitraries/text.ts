import * as fc from 'fast-check';

/** Constraints on {@link text}. */
export interface TextConstraints {
  /** Least number of graphemes; 0 by default. */
  readonly minLength?: number;
  /** Greatest number of graphemes; 40 by default. */
  readonly maxLength?: number;
}

/** Text of every kind that JSON can carry: whole graphemes from all scripts, well-formed, without lone surrogates. */
export function text({ minLength = 0, maxLength = 40 }: TextConstraints = {}): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.string({ minLength, maxLength, unit: 'grapheme-ascii' }) },
    { weight: 3, arbitrary: fc.string({ minLength, maxLength, unit: 'grapheme' }) },
  );
}
