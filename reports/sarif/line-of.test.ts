import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { childOf } from '../../contracts/pointer.ts';
import { schemaFiles, type SchemaFile } from '../../contracts/schema-files.ts';
import { lineOf } from './line-of.ts';

const files = Object.keys(schemaFiles) as SchemaFile[];

/** Every pointer into a file with the line on which a parser finds its key, or its value in a list. */
function* linesIn(file: SchemaFile): Iterable<readonly [pointer: string, line: number]> {
  const counter = new LineCounter();
  const text = readFileSync(new URL(`../../contracts/schemas/${file}.json`, import.meta.url), 'utf-8');
  // JSON is YAML, and the parser knows where each node stands.
  const { contents } = parseDocument(text, { lineCounter: counter });
  yield* within(contents, '', (offset) => counter.linePos(offset).line);
}

function* within(
  node: unknown,
  at: string,
  line: (offset: number) => number,
): Iterable<readonly [string, number]> {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (!isScalar(key)) throw new Error('a key is a string');
      const child = childOf(at, String(key.value));
      yield [child, line(key.range?.[0] ?? 0)];
      yield* within(value, child, line);
    }
  }
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const { range } = item as { readonly range?: readonly [number, number, number] };
      yield [childOf(at, String(index)), line(range?.[0] ?? 0)];
      yield* within(item, childOf(at, String(index)), line);
    }
  }
}

test.each(files)('every place of %s is on the line that it says', (file) => {
  const lines = [...linesIn(file)];
  expect(lines.length).toBeGreaterThan(5);
  const said = lines.map(([pointer, line]) => {
    const parent = lineOf(file, pointer.slice(0, pointer.lastIndexOf('/')));
    // Items of a list that fits on one line have no line of their own.
    return [pointer, line === parent ? parent : lineOf(file, pointer)];
  });
  expect(said).toEqual(lines);
});

test('a place that is not in the file is its first line', () => {
  expect(lineOf('action', '')).toBe(1);
  expect(lineOf('action', '/properties/nothing')).toBe(1);
});
