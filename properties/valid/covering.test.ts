import { describe, expect, it } from 'vitest';

import { violations } from '../request-schema.ts';
import { validBody } from './body.ts';
import { coveringRows } from './covering.ts';
import { SENT_FORMS } from './sent-form.ts';
import { TEXT_KINDS } from './text.ts';

const parts = (row: readonly string[]): readonly string[] =>
  row.filter((choice) => !/^(?:text|sent):|:open$/.test(choice));
const choices = [...new Set(coveringRows(3).flatMap(parts))];
const partOf = (choice: string): string => choice.split(':')[0] ?? '';

/** Every set of `size` choices that no two of one part are in. */
function combinations(size: number, from = choices): readonly (readonly string[])[] {
  if (size === 0) return [[]];
  return from.flatMap((first, index) =>
    combinations(
      size - 1,
      from.slice(index + 1).filter((each) => partOf(each) !== partOf(first)),
    ).map((rest) => [first, ...rest]),
  );
}

describe('covering rows', () => {
  it.each([1, 2, 3] as const)('of strength %i hold every combination of so many parts', (strength) => {
    const rows = coveringRows(strength);
    const lost = combinations(strength).filter(
      (set) => !rows.some((row) => set.every((each) => parts(row).includes(each))),
    );
    expect(lost).toEqual([]);
  });

  it('are few: pairs cost less than two dozen rows', () => {
    expect(coveringRows(2).length).toBeLessThan(24);
  });

  it('carry every kind of awkward text and every way of sending a body', () => {
    const carried = new Set<string>(coveringRows(2).flat());
    const wanted = [...TEXT_KINDS.map((kind) => `text:${kind}`), ...SENT_FORMS.map((form) => `sent:${form}`)];
    expect(wanted.filter((choice) => !carried.has(choice))).toEqual([]);
    expect(carried).toContain('secrets:open');
  });

  it('carry all of it but some literals in four rows', () => {
    const carried = new Set<string>(coveringRows(1).flat());
    const lost = [...TEXT_KINDS.map((kind) => `text:${kind}`), ...SENT_FORMS.map((form) => `sent:${form}`)]
      .filter((choice) => !carried.has(choice))
      .filter((choice) => !choice.startsWith('text:literal-'));
    expect(lost).toEqual([]);
    expect(coveringRows(1)).toHaveLength(4);
  });

  it.each(coveringRows(3).map((row) => ({ row })))('$row is a valid body', ({ row }) => {
    expect(violations(validBody(row))).toEqual([]);
  });

  it('are the same every time', () => {
    expect(coveringRows(2)).toEqual(coveringRows(2));
  });
});
