import type { Json } from '../contracts/expectation.ts';
import { childOf, isList, isObject, type JsonObject } from '../contracts/pointer.ts';
import { answerSchemas, schemaById } from './answer-schemas.ts';

/** What looking at a value takes of the part of a schema that rules it. */
interface Part {
  /** `name#/pointer`, so that an error can be traced to where it is written. */
  readonly place: string;
  readonly $ref: string | undefined;
  readonly properties: readonly (readonly [name: string, schema: JsonObject])[];
  readonly items: JsonObject | undefined;
}

/** Each object inside the schemas of answers, taken apart once: every answer is held against all of them. */
const parts: ReadonlyMap<unknown, Part> = new Map(
  Object.entries(answerSchemas).flatMap(([name, schema]) => [...within(schema, `${name}#`)]),
);

function* within(schema: unknown, place: string): Iterable<readonly [unknown, Part]> {
  if (!isObject(schema)) return;
  const { $ref, properties, items } = schema;
  const part = {
    place,
    $ref: typeof $ref === 'string' ? $ref : undefined,
    properties: Object.entries(isObject(properties) ? properties : {}).filter(
      (entry): entry is [string, JsonObject] => isObject(entry[1]),
    ),
    items: isObject(items) ? items : undefined,
  };
  yield [schema, part];
  for (const [keyword, value] of Object.entries(schema)) yield* within(value, childOf(place, keyword));
}

function partOf(schema: unknown): Part {
  const part = parts.get(schema);
  if (part === undefined) throw new Error('an error comes from a schema that is not registered');
  return part;
}

/** Where a part of a schema stands, as `name#/pointer`. */
export const placeOf = (schema: unknown): string => partOf(schema).place;

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
  const { place, $ref, properties, items } = partOf(schema);
  seen.push({ place, schema, value, path });
  if ($ref !== undefined) look(schemaById($ref), value, path, seen);
  if (isObject(value)) {
    for (const [name, property] of properties) {
      const child = Object.hasOwn(value, name) ? value[name] : undefined;
      if (child !== undefined) look(property, child, childOf(path, name), seen);
    }
  }
  if (items !== undefined && isList(value)) {
    for (const [index, item] of value.entries()) look(items, item, childOf(path, String(index)), seen);
  }
}
