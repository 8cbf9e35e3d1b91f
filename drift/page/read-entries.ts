import type { PageLine } from './page-lines.ts';

/** A property or a parameter, as a page describes it: its name, its type, what is noted of it, and words. */
export interface Entry {
  readonly name: PageLine;
  readonly type: PageLine;
  /** The lines right below the type. */
  readonly notes: readonly PageLine[];
  /** The words below, up to the next property or the next heading. */
  readonly words: readonly PageLine[];
}

/** A part of a page, such as the body. */
export interface Section {
  /** The words between its heading and its first property. */
  readonly words: readonly PageLine[];
  readonly entries: readonly Entry[];
}

const NAME = /^[A-Za-z_$][\w$.-]*$/;
const TYPE =
  /^(?:string|integer|number|boolean|object|array|any|null|file|enum)(?:<[\w\s|-]+>)?(?:\[\])*(?: ?\| ?(?:string|integer|number|boolean|object|null)(?:<[\w-]+>)?(?:\[\])*)*$/;

/** Headings by which pages begin their parts; in a language that is not here, their place tells. */
const HEADING =
  /^(?:Authorizations?|Headers?|Query Parameters|Path Parameters|Body|Responses?|承認|ヘッダー|ボディ|レスポンス)$/i;

/** Reads the properties of a page, part by part. */
export function readSections(lines: readonly PageLine[]): readonly Section[] {
  const starts = lines.flatMap(({ text }, index) =>
    NAME.test(text) && TYPE.test(lines[index + 1]?.text ?? '') ? [index] : [],
  );
  const sections: { words: readonly PageLine[]; entries: Entry[] }[] = [];
  let before: readonly PageLine[] | undefined = [];
  for (const [number, start] of starts.entries()) {
    const { entry, rest } = entryAt(lines, start, starts[number + 1] ?? lines.length);
    if (before !== undefined) sections.push({ words: before, entries: [] });
    sections.at(-1)?.entries.push(entry);
    before = rest;
  }
  return sections;
}

/** One entry and, where a heading follows it, the words that stand between the heading and the next entry. */
function entryAt(
  lines: readonly PageLine[],
  start: number,
  end: number,
): { readonly entry: Entry; readonly rest: readonly PageLine[] | undefined } {
  const [name, type] = [lines[start], lines[start + 1]];
  if (name === undefined || type === undefined) throw new RangeError('an entry has two lines');
  let index = start + 2;
  while (index < end && lines[index]?.text !== '') index += 1;
  const notes = lines.slice(start + 2, index);
  const below = lines.slice(index, end).filter(({ text }) => text !== '');
  const heading = headingIn(lines.slice(index, end), below);
  return {
    entry: { name, type, notes, words: heading < 0 ? below : below.slice(0, heading) },
    rest: heading < 0 ? undefined : below.slice(heading + 1),
  };
}

/**
 * Where the next part begins. An entry has a paragraph of words, beside its bounds and its values: a few words that
 * follow as a paragraph of their own, and are no sentence, are a heading.
 */
function headingIn(region: readonly PageLine[], below: readonly PageLine[]): number {
  const known = below.findIndex(({ text }) => HEADING.test(text));
  if (known >= 0) return known;
  const paragraphs = region.filter(
    ({ text }, index) => text !== '' && (region[index - 1]?.text ?? '') === '' && !isConstraint(text),
  );
  const heading = paragraphs
    .slice(1)
    .find(({ text }) => text.length <= LONGEST_HEADING && !/[.。!?！？,;]/.test(text));
  return heading === undefined ? -1 : below.indexOf(heading);
}

const LONGEST_HEADING = 40;

/** A bound, such as a least length, or what introduces the values. */
export const isConstraint = (text: string): boolean => /[:：] ?\d+$|[:：]$/.test(text);
