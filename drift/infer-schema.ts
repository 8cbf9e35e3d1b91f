import type { Json } from '../contracts/expectation.ts';
import { isList, isObject } from '../contracts/pointer.ts';

/** What values of a property looked like: enough of a JSON Schema to document it. */
export interface Inferred {
  readonly types: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, Inferred>;
  readonly items: Inferred | undefined;
}

/** An object with more properties than this is a map, whose keys are data. */
const MOST_PROPERTIES = 50;

/** What one value looks like. */
export function inferred(value: Json): Inferred {
  const types = new Set([typeOf(value)]);
  if (isObject(value)) {
    const properties = new Map(Object.entries(value).map(([name, part]) => [name, inferred(part)]));
    return { types, properties, items: undefined };
  }
  const items = isList(value) ? value.map(inferred).reduce<Inferred | undefined>(both, undefined) : undefined;
  return { types, properties: new Map(), items };
}

/** What two values look like together. */
export function both(one: Inferred | undefined, other: Inferred): Inferred;
export function both(one: Inferred | undefined, other: Inferred | undefined): Inferred | undefined;
export function both(one: Inferred | undefined, other: Inferred | undefined): Inferred | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const properties = new Map(one.properties);
  for (const [name, part] of other.properties) properties.set(name, both(properties.get(name), part));
  return { types: new Set([...one.types, ...other.types]), properties, items: both(one.items, other.items) };
}

/** The schema that documents what was seen, and demands nothing else. */
export function schemaOf({ types, properties, items }: Inferred): Json {
  // Every integer is a number.
  const names = [...types].filter((type) => type !== 'integer' || !types.has('number'));
  return {
    type: names.length === 1 ? (names[0] ?? '') : names,
    ...(properties.size === 0 || properties.size > MOST_PROPERTIES
      ? {}
      : { properties: Object.fromEntries([...properties].map(([name, part]) => [name, schemaOf(part)])) }),
    ...(items === undefined ? {} : { items: schemaOf(items) }),
  };
}

/** The name that JSON Schema has for the type of a value. */
export function typeOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}
