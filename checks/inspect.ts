import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

import type { Json, SchemaName } from '../contracts/expectation.ts';
import { answerSchemas } from './answer-schemas.ts';
import { placeOf, sightings, type Sighting } from './schema-places.ts';

const ajv = new Ajv2020({ allErrors: true, verbose: true, schemas: Object.values(answerSchemas) });
formats.default(ajv);
// RFC 3339 lets an application write a blank for the T, and the clients of this API do not read that.
const dateTimes = formats.default(new Ajv2020()).compile({ type: 'string', format: 'date-time' });
ajv.addFormat('date-time', (text) => dateTimes(text) && !text.includes(' '));

/** A value held against a schema of answers. */
export interface Inspection {
  /** Everything that the schema has against it, each with the place in the schemas that says so. */
  readonly errors: readonly { readonly error: ErrorObject; readonly place: string }[];
  /** Every part of it that a schema says anything about. */
  readonly sightings: readonly Sighting[];
  /** Every place of the schemas that rules a part of it. */
  readonly reached: ReadonlySet<string>;
}

/** The latest inspection by each schema: the requirements on an answer ask one after the other. */
const latest = new Map<SchemaName, { readonly value: Json; readonly inspection: Inspection }>();

/** Holds a value against a schema, once however many ask in a row. */
export function inspect(schema: SchemaName, value: Json): Inspection {
  const known = latest.get(schema);
  if (known !== undefined && known.value === value) return known.inspection;
  const inspection = inspectAnew(schema, value);
  latest.set(schema, { value, inspection });
  return inspection;
}

function inspectAnew(schema: SchemaName, value: Json): Inspection {
  ajv.validate(answerSchemas[schema].$id, value);
  const errors = (ajv.errors ?? []).map((error) => ({ error, place: placeOf(error.parentSchema) }));
  const seen = sightings(answerSchemas[schema], value);
  return { errors, sightings: seen, reached: new Set(seen.map(({ place }) => place)) };
}
