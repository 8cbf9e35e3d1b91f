/** A line of a page that is not empty, with its number, counted from 1. */
export interface PageLine {
  readonly text: string;
  readonly line: number;
}

/** What programs that write pages as text put before a line of a list. */
const BULLET = /^[*+•◦▪·-] +/;

/** A name that was set as code. */
const CODE = /^`([^`]+)`$/;

/** The lines of a page as text, whatever ends them and however wide their blanks are. */
export function linesOf(text: string): readonly PageLine[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((each, index) => ({
    text: each
      .replaceAll(/[\s\u200B\uFEFF]+/g, ' ')
      .trim()
      .replace(BULLET, '')
      .replace(CODE, '$1'),
    line: index + 1,
  }));
  return isDoubleSpaced(lines) ? lines.filter((_, index) => index % 2 === 0) : lines;
}

/** Some programs put an empty line after each. */
const isDoubleSpaced = (lines: readonly PageLine[]): boolean =>
  lines.every(({ text }, index) => index % 2 === 0 || text === '');
