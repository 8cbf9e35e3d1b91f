import covertable from 'covertable';

import type { Choice } from '../../contracts/exercise.ts';
import { SENT_FORMS } from './sent-form.ts';
import { isLiteral, TEXT_KINDS } from './text.ts';

/** The optional parts of a body, each with the ways in which it can be there or not. */
const PARTS: Record<string, Choice[]> = {
  code: ['code:given', 'code:absent'],
  dependencies: ['dependencies:several', 'dependencies:empty', 'dependencies:one', 'dependencies:absent'],
  deploy: ['deploy:true', 'deploy:false', 'deploy:absent'],
  modules: ['modules:one', 'modules:empty', 'modules:absent'],
  runtime: ['runtime:node22', 'runtime:absent'],
  secrets: ['secrets:several', 'secrets:empty', 'secrets:one', 'secrets:absent'],
};

/**
 * Rows of choices in which every combination of `strength` parts occurs at least once: a covering array. With strength
 * 1 every choice occurs once, with 2 every pair of choices. The rows also carry all kinds of awkward text, where they
 * have code, and all ways of sending a body, so that these cost no requests of their own.
 */
export function coveringRows(strength: 1 | 2 | 3): readonly (readonly Choice[])[] {
  const rows =
    strength === 1
      ? eachChoice()
      : covertable.make(PARTS, { length: strength }).map((row) => Object.values(row));
  const coded = rows.filter((row) => row.includes('code:given'));
  const literals = TEXT_KINDS.filter(isLiteral).slice(0, Math.max(1, Math.floor(coded.length / 2)));
  // A literal takes the place of all code, and so has a row to itself.
  const [shared, alone] = [coded.slice(literals.length), coded.slice(0, literals.length)];
  const open = rows.find((row) => row.includes('secrets:one'));
  return rows.map((row) => [
    ...row,
    ...(row === open ? (['secrets:open'] as const) : []),
    ...dealt(shared, ALL_BUT_LITERALS, row).map((kind) => `text:${kind}` as const),
    ...dealt(alone, literals, row).map((kind) => `text:${kind}` as const),
    ...dealt(shared, SENT_FORMS, row).map((form) => `sent:${form}` as const),
  ]);
}

const ALL_BUT_LITERALS = TEXT_KINDS.filter((kind) => !isLiteral(kind));

/** What comes to a row when things are dealt out to rows in turn. */
function dealt<Row, T>(rows: readonly Row[], things: readonly T[], row: Row): readonly T[] {
  const index = rows.indexOf(row);
  return things.filter((_, number) => number % rows.length === index);
}

function eachChoice(): Choice[][] {
  // Most rows have code, as text needs it.
  const parts = Object.values({ ...PARTS, code: [...WITH_CODE, 'code:absent'] as Choice[] });
  const longest = Math.max(...parts.map((part) => part.length));
  return Array.from({ length: longest }, (_, index) =>
    parts.flatMap((part) => part.slice(index % part.length, (index % part.length) + 1)),
  );
}

const WITH_CODE = ['code:given', 'code:given', 'code:given'] as const;
