import type { Headers } from '../driver/exchange.ts';
import type { Entry } from './recorded.ts';

/** A value as an object with fields; an empty one where it is none. */
export function fieldsOf(value: unknown): Entry {
  // Own properties alone are ever read from it, by `field`.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Entry) : {};
}

/** A field of what may be an object; what every object inherits is no field. */
export function field(value: unknown, name: string): unknown {
  const fields = fieldsOf(value);
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** A list, or the one thing that stands for a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  return value === undefined || value === null ? [] : [value];
}

/** A scalar as text; `undefined` where it is none. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** A number, also where it was written as text such as `201 Created`. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const number = typeof value === 'string' ? Number.parseFloat(value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** An ISO date and time from whatever a date was written as; `undefined` where it is none. */
export function momentOf(value: unknown): string | undefined {
  const date = value instanceof Date ? value : new Date(textOf(value) ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/**
 * Headers with lower-case names, from any of the shapes that recorders write: a map of values or of lists of values,
 * a list of `{ name, value }`, a list of `Name: value`, or a flat list of names and values in turn.
 */
export function headersOf(value: unknown): Headers {
  const headers = new Map<string, string[]>();
  for (const [name, each] of pairsOf(value)) {
    const key = name.trim().toLowerCase();
    if (key !== '' && !key.startsWith(':')) headers.set(key, [...(headers.get(key) ?? []), each]);
  }
  return Object.fromEntries(
    [...headers].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

function* pairsOf(value: unknown): Iterable<readonly [name: string, value: string]> {
  if (!Array.isArray(value)) {
    for (const [name, each] of Object.entries(fieldsOf(value))) yield* pairsNamed(name, each);
    return;
  }
  const items = value as readonly unknown[];
  const isFlat = items.length % 2 === 0 && items.every((item) => typeof item === 'string');
  if (isFlat && !items.every((item) => /^[\w-]+: /.test(item))) {
    for (let index = 0; index < items.length; index += 2)
      yield [String(items[index]), String(items[index + 1])];
    return;
  }
  for (const item of items) {
    if (Array.isArray(item)) yield* pairsNamed(textOf(item[0]) ?? '', item[1]);
    else if (typeof item === 'string') {
      const [, name = '', each = ''] = /^([^:]+):\s*(.*)$/s.exec(item) ?? [];
      yield [name, each];
    } else yield* pairsNamed(textOf(field(item, 'name')) ?? '', field(item, 'value'));
  }
}

function* pairsNamed(name: string, value: unknown): Iterable<readonly [string, string]> {
  for (const each of listOf(value)) {
    const text = textOf(each);
    if (text !== undefined) yield [name, text];
  }
}

/** The values of a header in one line; `undefined` where it is not there. */
export function headerLine(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return value === undefined || typeof value === 'string' ? value : value.join(', ');
}
