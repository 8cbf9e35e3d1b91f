import covertable from 'covertable';

import type { Choice } from '../../contracts/exercise.ts';
import { TEXT_KINDS } from './text.ts';

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
 * 1 every choice occurs once, with 2 every pair of choices. Each row that has code also carries one kind of awkward
 * text, in turn, so that text costs no requests of its own.
 */
export function coveringRows(strength: 1 | 2 | 3): readonly (readonly Choice[])[] {
  const rows =
    strength === 1
      ? eachChoice()
      : covertable.make(PARTS, { length: strength }).map((row) => Object.values(row));
  const kinds = TEXT_KINDS.values();
  return rows.map((row) => {
    const kind = row.includes('code:given') ? kinds.next().value : undefined;
    return kind === undefined ? row : [...row, `text:${kind}` as const];
  });
}

function eachChoice(): Choice[][] {
  const parts = Object.values(PARTS);
  const longest = Math.max(...parts.map((part) => part.length));
  return Array.from({ length: longest }, (_, index) =>
    parts.flatMap((part) => part.slice(index % part.length, (index % part.length) + 1)),
  );
}
