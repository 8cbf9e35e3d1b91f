import type { Json } from './expectation.ts';
import { childOf, isObject, tokensOf, type JsonObject } from './pointer.ts';
import { schemaFiles, type SchemaFile } from './schema-files.ts';

/** A place in a file of `contracts/schemas`. */
export interface FilePlace {
  readonly file: SchemaFile;
  /** JSON Pointer into the file. */
  readonly at: string;
}

/**
 * Where a schema rules the value at a pointer, through lists and references into other files; the deepest place that
 * it says anything about where it does not know all of the pointer.
 */
export function placeInSchema(file: SchemaFile, pointer: string): FilePlace {
  let place: FilePlace = { file, at: '' };
  let schema: Json | undefined = schemaFiles[file];
  for (const token of tokensOf(pointer)) {
    [place, schema] = followed(place, schema);
    const step = isObject(schema) ? stepTo(schema, token) : undefined;
    if (step === undefined) return place;
    place = { file: place.file, at: place.at + step.below };
    ({ schema } = step);
  }
  return place;
}

/** The place that a `$ref` leads to, or the place itself. */
function followed(place: FilePlace, schema: Json | undefined): readonly [FilePlace, Json | undefined] {
  const $ref = isObject(schema) ? schema['$ref'] : undefined;
  for (const [file, target] of Object.entries(schemaFiles) as [SchemaFile, JsonObject][]) {
    if ($ref !== undefined && target['$id'] === $ref) return [{ file, at: '' }, target];
  }
  return [place, schema];
}

function stepTo(
  { items, properties }: JsonObject,
  token: string,
): { readonly below: string; readonly schema: Json } | undefined {
  if (isObject(properties) && Object.hasOwn(properties, token)) {
    const schema = properties[token];
    return schema === undefined ? undefined : { below: childOf('/properties', token), schema };
  }
  return items !== undefined && /^(?:\d+|-)$/.test(token) ? { below: '/items', schema: items } : undefined;
}
