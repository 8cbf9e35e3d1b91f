import type { ErrorObject } from 'ajv';

import { valueOf } from '../checks/answer-body.ts';
import { inspect, type Inspection } from '../checks/inspect.ts';
import { documentedAnswers, type DocumentedBody } from '../contracts/documented-answers.ts';
import type { Json, SchemaName } from '../contracts/expectation.ts';
import { succeeded } from '../contracts/http-status.ts';
import { childOf, isList, isObject, valueAt } from '../contracts/pointer.ts';
import type { Answer, Exchange } from '../driver/exchange.ts';
import type { Glimpse } from './part.ts';

const { headers, operations } = documentedAnswers;
const KNOWN_HEADERS = new Set([...headers.documented, ...headers.standard]);

/** What an answer shows: things undocumented, and places of the contract that it reaches. */
export interface Look {
  readonly glimpses: readonly Glimpse[];
  /** `name#/pointer` of every schema that rules a part of it, and of every value of an `enum`. */
  readonly places: ReadonlySet<string>;
}

/** The place of one documented value. */
export const placeOfValue = (place: string, value: Json): string => `${place}/enum=${JSON.stringify(value)}`;

/** Looks at an answer; `undefined` where the request was none that the contract describes, or nothing came. */
export function lookAt(exchange: Exchange): Look | undefined {
  const { about, answer, trouble } = exchange;
  const isOfApi = answer !== undefined && trouble?.kind !== 'intermediary';
  if (!isOfApi || about.wire === 'other-method' || about.wire === 'unknown-path') return undefined;
  const glimpses = [...ofStatus(exchange, answer), ...ofHeaders(answer)];
  const places = new Set<string>();
  for (const { schema, value, path } of described(exchange, answer)) {
    const inspection = inspect(schema, value);
    glimpses.push(...ofErrors(inspection, value, path));
    for (const place of inspection.reached) places.add(place);
    for (const seen of inspection.sightings) {
      if (isList(seen.schema['enum'])) places.add(placeOfValue(seen.place, seen.value));
      const { properties } = seen.schema;
      if (!isObject(properties) || !isObject(seen.value)) continue;
      for (const name of Object.keys(seen.value)) {
        const part = seen.value[name];
        if (part === undefined || Object.hasOwn(properties, name)) continue;
        glimpses.push({
          kind: 'property',
          place: seen.place,
          name,
          value: part,
          path: path + childOf(seen.path, name),
        });
      }
    }
  }
  return { glimpses, places };
}

function* ofStatus({ about }: Exchange, { status }: Answer): Iterable<Glimpse> {
  const { operation } = about;
  if (Object.hasOwn(operations[operation].statuses, String(status))) return;
  yield { kind: 'status', place: operation, name: String(status), value: status, path: 'status' };
}

function* ofHeaders(answer: Answer): Iterable<Glimpse> {
  for (const [name, value] of Object.entries(answer.headers)) {
    if (KNOWN_HEADERS.has(name)) continue;
    yield { kind: 'header', place: 'headers', name, value: value, path: `header ${name}` };
  }
}

/** The parts of a body that a schema describes, each with the schema and its place in the body. */
function* described(
  exchange: Exchange,
  { status }: Answer,
): Iterable<{ readonly schema: SchemaName; readonly value: Json; readonly path: string }> {
  const body = valueOf(exchange);
  if (body === undefined) return;
  const { statuses } = operations[exchange.about.operation];
  // An answer with another status than is documented has, as far as anybody knows, the same body.
  const { each, schema }: DocumentedBody = succeeded(status)
    ? (Object.entries(statuses).find(([documented]) => succeeded(Number(documented)))?.[1] ?? {})
    : { schema: 'error' };
  if (schema === undefined) return;
  if (each === undefined) {
    yield { schema, value: body, path: '' };
    return;
  }
  const list = valueAt(body, each);
  for (const [index, value] of (isList(list) ? list : []).entries()) {
    yield { schema, value, path: childOf(each, String(index)) };
  }
}

/** What a schema has against a value; properties that it does not name are found where it allows them, too. */
function* ofErrors({ errors }: Inspection, whole: Json, at: string): Iterable<Glimpse> {
  for (const { error, place } of errors) {
    const { instancePath, keyword } = error;
    if (keyword === 'additionalProperties') continue;
    const value = keyword === 'required' ? missingIn(error) : (valueAt(whole, instancePath) ?? null);
    yield { kind: 'value', place, name: keyword, value, path: at + instancePath };
  }
}

function missingIn({ params }: ErrorObject): string {
  const { missingProperty } = params as { readonly missingProperty?: unknown };
  return String(missingProperty);
}
