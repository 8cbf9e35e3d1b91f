import type { SchemaName } from '../contracts/expectation.ts';
import type { JsonObject } from '../contracts/pointer.ts';
import { schemaFiles, type FiledSchema } from '../contracts/schema-files.ts';

const { 'create-action-request': _, 'secret-request': __, ...answers } = schemaFiles;

/** Every schema that an answer is held against, by its file's name. */
export const answerSchemas: Readonly<Record<SchemaName, FiledSchema>> = answers;

const byId: ReadonlyMap<string, JsonObject> = new Map(
  Object.values(answerSchemas).map((schema) => [schema.$id, schema]),
);

/** The schema with this `$id`. */
export function schemaById($id: string): JsonObject {
  const found = byId.get($id);
  if (found === undefined) throw new Error(`no schema of an answer has the id ${$id}`);
  return found;
}
