import { createHash } from 'node:crypto';

import type { PageFactKind, ReadFact } from './page-fact.ts';
import { linesOf, type PageLine } from './page-lines.ts';
import { isConstraint, readSections, type Entry, type Section } from './read-entries.ts';
import { readClient, readRequestLine } from './read-request.ts';
import { readSample } from './read-sample.ts';

/** Words by which pages mark what is required; whatever marks the token is one of them in any language. */
const REQUIRED = ['required', '必須'];

/** Places of a parameter. */
const PLACES = /^(?:header|query|path|cookie)$/;

/**
 * Reads a documentation page of the create operation as text, in whatever human language: names, types, values and the
 * samples tell.
 *
 * @returns what it says, in the order of the page; undefined where the text is no such page.
 */
export function readPage(text: string): readonly ReadFact[] | undefined {
  const lines = linesOf(text);
  const request = readRequestLine(lines);
  const sample = readSample(lines);
  const sections = readSections(sample === undefined ? lines : lines.slice(sample.to + 1));
  if (request.length === 0 || sections.length === 0) return undefined;
  const required = new Set([...REQUIRED, ...marksOfToken(sections)]);
  return [
    ...request,
    ...readClient(lines),
    ...(sample?.facts ?? []),
    ...namedParts(sections).flatMap(([part, section]) => factsOfSection(part, section, required)),
  ];
}

/** Nobody is let in without a token: what stands below its header, and is no place or default, says "required". */
const marksOfToken = (sections: readonly Section[]): readonly string[] =>
  sections
    .flatMap(({ entries }) => entries)
    .filter(({ name, notes }) => name.text === 'Authorization' && notes.some(({ text }) => text === 'header'))
    .flatMap(({ notes }) => notes.map(({ text }) => text))
    .filter((text) => !PLACES.test(text) && !/[:：]/.test(text));

const isParameters = ({ entries }: Section): boolean =>
  entries.every(({ notes }) => notes.some(({ text }) => PLACES.test(text)));

/** What the parts are: the parameters stand first, then the body, and the answer last. */
function namedParts(sections: readonly Section[]): readonly (readonly [string, Section])[] {
  const others = sections.filter((section) => !isParameters(section));
  return sections.map((section) => [
    isParameters(section) ? 'parameter' : section === others.at(-1) && others.length > 1 ? 'answer' : 'body',
    section,
  ]);
}

function factsOfSection(
  part: string,
  { words, entries }: Section,
  required: ReadonlySet<string>,
): readonly ReadFact[] {
  // Some pages repeat the status before the words.
  const said = words.filter(({ text }) => !/^\d{3}\b/.test(text));
  return [
    ...(said[0] === undefined ? [] : [description(part, said)]),
    ...entries.flatMap((entry) => factsOfEntry(`${part} ${entry.name.text}`, entry, required)),
  ];
}

function factsOfEntry(at: string, entry: Entry, required: ReadonlySet<string>): readonly ReadFact[] {
  const { type, notes, words } = entry;
  const facts: ReadFact[] = [];
  const note = (kind: PageFactKind, value: string, { line }: PageLine): void => {
    facts.push({ at, kind, value, line });
  };
  note('type', type.text, type);
  for (const each of notes) {
    const given = /^[^:：]+[:：] ?(.*)$/.exec(each.text)?.[1];
    if (PLACES.test(each.text)) note('in', each.text, each);
    else if (given !== undefined) note('default', given, each);
    else if (!required.has(each.text.toLowerCase())) note('mark', each.text, each);
  }
  const mark = notes.find(({ text }) => required.has(text.toLowerCase()));
  note('required', String(mark !== undefined), mark ?? type);
  const values = valuesIn(words);
  const prose = words.filter((each) => !isConstraint(each.text) && !values.includes(each));
  if (prose[0] !== undefined) facts.push(description(at, prose));
  for (const each of prose) {
    const form = /\bBearer <[^>]+>/.exec(each.text)?.[0];
    if (form !== undefined) note('form', form, each);
  }
  for (const each of words) {
    const bound = /^(.*)[:：] ?(\d+)$/.exec(each.text);
    if (bound !== null)
      note(/max|最大/i.test(bound[1] ?? '') ? 'max-items' : 'min-items', bound[2] ?? '', each);
  }
  if (values[0] !== undefined) {
    const named = values.map(({ text }) => text.replace(/ ?,$/, ''));
    note('values', named.toSorted().join(' '), values[0]);
    for (const [index, each] of values.entries()) {
      facts.push({ at: `${at} ${named[index] ?? ''}`, kind: 'value', value: 'listed', line: each.line });
    }
  }
  return facts;
}

/** The values of an enum: each on a line with a comma behind it, but for the last. */
function valuesIn(words: readonly PageLine[]): readonly PageLine[] {
  const first = words.findIndex(({ text }) => /^\S+ ?,$/.test(text));
  if (first < 0) return [];
  const last = words.findIndex(({ text }, index) => index > first && !text.endsWith(','));
  return words.slice(first, last < 0 ? undefined : last + 1);
}

/** Words are known by their digest alone: they are somebody else's. */
function description(at: string, words: readonly PageLine[]): ReadFact {
  const text = words.map((each) => each.text).join('\n');
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return { at, kind: 'description', value: digest, line: words[0]?.line ?? 1 };
}
