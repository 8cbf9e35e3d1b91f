/** A line of a page that is not empty, with its number, counted from 1. */
export interface PageLine {
  readonly text: string;
  readonly line: number;
}

/** The lines of a page as text, whatever ends them and however wide their blanks are. */
export const linesOf = (text: string): readonly PageLine[] =>
  text.split(/\r\n|[\n\r\u2028\u2029]/).map((each, index) => ({
    text: each.replaceAll(/[\s\u200B\uFEFF]+/g, ' ').trim(),
    line: index + 1,
  }));
