import { describe, expect, it } from 'vitest';

import { parseDocument } from './parse-document.ts';

describe('a document', () => {
  it.each([
    ['JSON', '{ "a": [1] }'],
    ['YAML', 'a: [1]'],
    ['YAML in brackets that is no JSON', 'x: &x [1]\na: *x'],
  ])('is read: %s', (_, text) => {
    expect(parseDocument(text)).toMatchObject({ a: [1] });
  });

  it('whose aliases double without end is refused', () => {
    const lines = Array.from(
      { length: 30 },
      (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`,
    );
    expect(() => parseDocument(['a0: &a0 [x]', ...lines].join('\n'))).toThrow(/aliases stand for more than/);
  });

  it.each([
    ['lists', '['.repeat(100_000)],
    ['lists of YAML', `a: ${'['.repeat(100_000)}`],
  ])('that is nested without end is refused: %s', (_, text) => {
    expect(() => parseDocument(text)).toThrow(Error);
  });
});
