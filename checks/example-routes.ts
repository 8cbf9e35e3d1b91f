import type { Json } from '../contracts/expectation.ts';
import { isObject, type JsonObject } from '../contracts/pointer.ts';
import { answerSchemas, schemaById } from './answer-schemas.ts';

/** A way through an answer to a value, and the place of the schemas that the value is held against. */
export interface Route {
  /** JSON Pointer into the answer. */
  readonly at: string;
  /** `name#/pointer` of the schema. */
  readonly place: string;
  readonly schema: JsonObject;
}

/** Every way through an answer that has all properties and one item in each list. */
export function* routesThrough(schema: JsonObject, place: string, at = ''): Iterable<Route> {
  yield { at, place, schema };
  const { $ref, properties, items } = schema;
  if (typeof $ref === 'string') yield* routesThrough(schemaById($ref), `${nameOf($ref)}#`, at);
  if (isObject(items)) yield* routesThrough(items, `${place}/items`, `${at}/0`);
  for (const [name, child] of Object.entries(isObject(properties) ? properties : {})) {
    if (isObject(child)) yield* routesThrough(child, `${place}/properties/${name}`, `${at}/${name}`);
  }
}

const PLAIN: Readonly<Record<string, Json>> = { boolean: true, number: 1.5, integer: 1 };

/** An answer that a schema allows, with every property that it names and one item in each list. */
export function fullValue({ $ref, enum: values, type, format, properties, items }: JsonObject): Json {
  if (typeof $ref === 'string') return fullValue(schemaById($ref));
  if (isList(values)) return values[0] ?? null;
  if (isObject(properties)) {
    return Object.fromEntries(
      Object.entries(properties).map(([name, child]) => [name, isObject(child) ? fullValue(child) : null]),
    );
  }
  if (isObject(items)) return [fullValue(items)];
  return PLAIN[textOf(type)] ?? (format === 'date-time' ? '2021-01-01T00:00:00.000Z' : 'text');
}

/** A value in which the one at a pointer is another; without another, it is taken out. */
export function withAt(value: Json, pointer: string, next: Json | undefined): Json {
  const [, token, rest] = /^\/([^/]*)(.*)$/.exec(pointer) ?? [];
  if (token === undefined || rest === undefined) return next ?? null;
  const child = (old: Json): Json | undefined => (rest === '' ? next : withAt(old, rest, next));
  if (isList(value))
    return value.map((item, index) => (String(index) === token ? (child(item) ?? null) : item));
  const changed = child((isObject(value) ? value[token] : undefined) ?? null);
  const others = Object.entries(isObject(value) ? value : {}).filter(([name]) => name !== token);
  return Object.fromEntries(changed === undefined ? others : [...others, [token, changed]]);
}

/** A text, or the empty one where a value is none. */
export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

function nameOf($id: string): string {
  return Object.entries(answerSchemas).find(([, schema]) => schema.$id === $id)?.[0] ?? $id;
}
