import type { Json } from '../../contracts/expectation.ts';
import { childOf, isList, isObject } from '../../contracts/pointer.ts';
import { schemaFiles, type SchemaFile } from '../../contracts/schema-files.ts';

/** Columns within which the schema files are written: a list that fits stands on one line. */
const WIDTH = 110;

const known = new Map<SchemaFile, ReadonlyMap<string, number>>();

/**
 * The line of a schema file, counted from 1, on which the value at a pointer begins. A module of JSON has no lines, but
 * the files are formatted by rule, and a test holds the rule against them.
 */
export function lineOf(file: SchemaFile, pointer: string): number {
  let lines = known.get(file);
  if (lines === undefined) {
    const found = new Map<string, number>();
    note(found, schemaFiles[file], { at: '', line: 1, column: 0, indent: 0 });
    lines = found;
    known.set(file, lines);
  }
  return lines.get(pointer) ?? 1;
}

interface Start {
  readonly at: string;
  readonly line: number;
  /** Characters before the value on its line. */
  readonly column: number;
  readonly indent: number;
}

/** Notes the line of a value and of all that is in it; returns its last line. */
function note(lines: Map<string, number>, value: Json, { at, line, column, indent }: Start): number {
  lines.set(at, line);
  const parts = partsOf(value, column);
  if (parts.length === 0) return line;
  let last = line;
  for (const [name, part, label] of parts) {
    last = note(lines, part, {
      at: childOf(at, name),
      line: last + 1,
      column: indent + 2 + label.length,
      indent: indent + 2,
    });
  }
  return last + 1;
}

/** What is written on lines of its own: each with its name and what stands before it. */
function partsOf(
  value: Json,
  column: number,
): readonly (readonly [name: string, part: Json, label: string])[] {
  if (isObject(value)) {
    return Object.entries(value).map(([name, part]) => [name, part, `${JSON.stringify(name)}: `]);
  }
  if (!isList(value) || fits(value, column)) return [];
  return value.map((part, index) => [String(index), part, '']);
}

function fits(list: readonly Json[], column: number): boolean {
  const comma = 1;
  return (
    column + `[${list.map((part) => JSON.stringify(part)).join(', ')}]`.length + comma <= WIDTH &&
    !list.some((part) => isObject(part) || isList(part))
  );
}
