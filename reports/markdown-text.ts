import { pieces } from './backticks.ts';
import { visible, visibleLine } from './visible.ts';

/** Every character that can begin markup of Markdown or HTML inside a line, a table cell or a `<summary>`. */
const MARKUP = /[&<>`*_[\]|~\\$@#]|:(?=\/\/)|(?<=\bwww)\./gi;

/**
 * Untrusted text on one line. Character references hold in every place where the text may stand, and cannot begin
 * markup in any.
 */
export function plain(text: string): string {
  return visibleLine(text).replaceAll(MARKUP, (character) => `&#${character.charCodeAt(0)};`);
}

/** Untrusted text as code on one line. A `<code>` element holds in a table where a code span with a pipe would not. */
export function code(text: string): string {
  return `<code>${plain(text)}</code>`;
}

/** A sentence of ours, with the words that it sets in backticks as code. */
export function sentence(text: string): string {
  return pieces(text)
    .map((piece) => (piece.code ? code(piece.text) : plain(piece.text)))
    .join('');
}

/** Untrusted text as a block of code, in a fence longer than any run of backticks inside. */
export function fenced(text: string, language = ''): string {
  const inside = visible(text);
  const longest = Math.max(2, ...[...inside.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${inside}\n${fence}`;
}

/** A table whose cells are already escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(row).join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
