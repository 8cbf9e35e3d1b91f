import type { Json } from '../../contracts/expectation.ts';
import { childOf, isList, isObject, type JsonObject } from '../../contracts/pointer.ts';
import type { ReadFact } from './page-fact.ts';
import type { PageLine } from './page-lines.ts';

/** The sample answer of a page, and the lines that it takes. */
export interface Sample {
  readonly facts: readonly ReadFact[];
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the sample answer: the longest block of lines that is a JSON object.
 *
 * @returns undefined where there is none.
 */
export function readSample(lines: readonly PageLine[]): Sample | undefined {
  let longest: { readonly value: JsonObject; readonly from: number; readonly to: number } | undefined;
  for (let from = 0; from < lines.length; from += 1) {
    if (!lines[from]?.text.startsWith('{')) continue;
    const to = endOfBlock(lines, from);
    const value = to === undefined ? undefined : objectIn(lines.slice(from, to + 1));
    if (to === undefined || value === undefined) continue;
    if (longest === undefined || to - from > longest.to - longest.from) longest = { value, from, to };
    from = to;
  }
  if (longest === undefined) return undefined;
  const { value, from, to } = longest;
  const places = placesIn(lines.slice(from, to + 1));
  const start = lines[from]?.line ?? 1;
  return { facts: [...factsOf(value, '', (at) => places.get(at) ?? start)], from, to };
}

/** Where the brackets that a line opens are closed again. What stands in quotes is no bracket. */
function endOfBlock(lines: readonly PageLine[], from: number): number | undefined {
  let depth = 0;
  for (let index = from; index < lines.length; index += 1) {
    for (const bracket of (lines[index]?.text ?? '')
      .replaceAll(/"(?:[^"\\]|\\.)*"/g, '')
      .matchAll(/[[\]{}]/g)) {
      depth += '[{'.includes(bracket[0]) ? 1 : -1;
    }
    if (depth <= 0) return depth === 0 ? index : undefined;
  }
  return undefined;
}

function objectIn(lines: readonly PageLine[]): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(lines.map(({ text }) => text).join('\n'));
    return isObject(value) ? value : undefined;
  } catch {
    // Another language may have brackets at the beginning of its lines, too.
    return undefined;
  }
}

/** The line of each property, where each stands on a line of its own; `-` stands for any item of a list. */
function placesIn(lines: readonly PageLine[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const open: string[] = [];
  for (const { text, line } of lines) {
    const within = open.at(-1) ?? '';
    const name = /^("(?:[^"\\]|\\.)*") ?:/.exec(text)?.[1];
    const at =
      name !== undefined ? childOf(within, String(JSON.parse(name))) : open.length === 0 ? '' : `${within}/-`;
    if (/^[\]}]/.test(text)) {
      open.pop();
      continue;
    }
    if (!places.has(at)) places.set(at, line);
    if (/[[{]$/.test(text)) open.push(at);
  }
  return places;
}

function* factsOf(value: Json, at: string, lineOf: (at: string) => number): Iterable<ReadFact> {
  const isPart = isObject(value) || isList(value);
  // At the top the page repeats these values among the properties; further down they stand for their types.
  const isShown = at.lastIndexOf('/') === 0 && !isPart;
  yield {
    at: `sample ${at}`,
    line: lineOf(at),
    ...(isShown
      ? { kind: 'sample-value', value: JSON.stringify(value) }
      : { kind: 'sample-type', value: typeOf(value) }),
  };
  const [first] = isList(value) ? value : [];
  if (first !== undefined) yield* factsOf(first, `${at}/-`, lineOf);
  for (const [name, part] of Object.entries(isObject(value) ? value : {})) {
    yield* factsOf(part, childOf(at, name), lineOf);
  }
}

function typeOf(value: Json): string {
  if (isList(value)) return 'array';
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(value))
    return 'date-time';
  return value === null ? 'null' : typeof value;
}
