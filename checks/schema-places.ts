import type { Json } from '../contracts/expectation.ts';
import { childOf, isObject, type JsonObject } from '../contracts/pointer.ts';
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

/** Every place of the schemas that a value is held against: what an answer lacks is not among them. */
export function placesReached(
  schema: JsonObject,
  value: Json,
  reached = new Set<string>(),
): ReadonlySet<string> {
  const { $ref, properties, items } = schema;
  reached.add(placeOf(schema));
  if (typeof $ref === 'string') placesReached(schemaById($ref), value, reached);
  if (isObject(properties) && isObject(value)) {
    for (const [name, property] of Object.entries(properties)) {
      const child = Object.hasOwn(value, name) ? value[name] : undefined;
      if (child !== undefined && isObject(property)) placesReached(property, child, reached);
    }
  }
  if (isObject(items) && Array.isArray(value)) {
    for (const item of value as readonly Json[]) placesReached(items, item, reached);
  }
  return reached;
}
