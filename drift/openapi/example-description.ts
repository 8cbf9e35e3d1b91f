import { applyPatch, type Operation } from 'rfc6902';

import type { Json } from '../../contracts/expectation.ts';
import { isList, isObject, type JsonObject } from '../../contracts/pointer.ts';
import { schemaFiles, type SchemaFile } from '../../contracts/schema-files.ts';

/** Name of a component that stands for a file of the contract. */
const componentOf = (file: string): string =>
  file.replaceAll(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase());

/** A value with each reference between files of the contract as one between components. */
function translated(value: Json): Json {
  if (isList(value)) return value.map(translated);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== '$schema' && name !== '$id')
      .map(([name, part]) => [
        name,
        name === '$ref' && typeof part === 'string'
          ? `#/components/schemas/${componentOf(part.split(':').at(-1) ?? '')}`
          : translated(part),
      ]),
  );
}

const schemaAt = (file: SchemaFile): Json => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${componentOf(file)}` } } },
});

/** An OpenAPI description of the create operation that says what the contract says. */
export function exampleDescription(): JsonObject {
  const refused = { description: 'Refused.' };
  return {
    openapi: '3.1.0',
    info: { title: 'An example', version: '1' },
    paths: {
      '/actions/actions': {
        post: {
          requestBody: schemaAt('create-action-request'),
          responses: {
            201: { description: 'Created.', ...(schemaAt('action') as JsonObject) },
            400: refused,
            401: refused,
            403: refused,
            429: refused,
          },
        },
      },
    },
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemaFiles).map(([file, schema]) => [componentOf(file), translated(schema)]),
      ),
    },
  };
}

/** Where the components of the example are. */
export const SCHEMAS = '/components/schemas';

/** The example with a change. */
export function changedDescription(...operations: readonly Operation[]): JsonObject {
  const description = structuredClone(exampleDescription());
  const failed = applyPatch(description, [...operations]).find((error) => error !== null);
  if (failed) throw failed;
  return description;
}
