import type { Json } from '../contracts/expectation.ts';
import { childOf, isList, isObject, type JsonObject } from '../contracts/pointer.ts';
import { answerSchemas, schemaById } from './answer-schemas.ts';

/** `name#/pointer` of each object inside the schemas of answers, so that an error can be traced to where it is written. */
const places: ReadonlyMap<unknown, string> = new Map(
  Object.entries(answerSchemas).flatMap(([name, schema]) => [...within(schema, `${name}#`)]),
);

function* within(schema: unknown, place: string): Iterable<readonly [unknown, string]> {
  if (!isObject(schema)) return;
  yield [schema, place];
  for (const [keyword, value] of Object.entries(schema)) yield* within(value, childOf(place, keyword));
}

/** Where a part of a schema stands, as `name#/pointer`. */
export function placeOf(schema: unknown): string {
  const place = places.get(schema);
  if (place === undefined) throw new Error('an error comes from a schema that is not registered');
  return place;
}

/** A value in an answer with the schema that rules it. */
export interface Sighting {
  /** `name#/pointer` of the schema. */
  readonly place: string;
  readonly schema: JsonObject;
  readonly value: Json;
  /** JSON Pointer to the value. */
  readonly path: string;
}

/** Every value of an answer that a schema says anything about, through lists and references. */
export function sightings(schema: JsonObject, value: Json): readonly Sighting[] {
  const seen: Sighting[] = [];
  look(schema, value, '', seen);
  return seen;
}

function look(schema: JsonObject, value: Json, path: string, seen: Sighting[]): void {
  const { $ref, properties, items } = schema;
  seen.push({ place: placeOf(schema), schema, value, path });
  if (typeof $ref === 'string') look(schemaById($ref), value, path, seen);
  if (isObject(properties) && isObject(value)) {
    for (const [name, property] of Object.entries(properties)) {
      const child = Object.hasOwn(value, name) ? value[name] : undefined;
      if (child !== undefined && isObject(property)) look(property, child, childOf(path, name), seen);
    }
  }
  if (isObject(items) && isList(value)) {
    for (const [index, item] of value.entries()) look(items, item, childOf(path, String(index)), seen);
  }
}
