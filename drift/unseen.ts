import { answerSchemas } from '../checks/answer-schemas.ts';
import { placeOf } from '../checks/schema-places.ts';
import { documentedAnswers } from '../contracts/documented-answers.ts';
import type { Operation } from '../contracts/exercise.ts';
import { isList, isObject, type JsonObject } from '../contracts/pointer.ts';
import type { Unseen } from './drift.ts';
import { placeOfValue } from './glimpses.ts';

/** What the answers of a run showed of what is documented. */
export interface Shown {
  readonly places: Set<string>;
  readonly statuses: Map<Operation, Set<string>>;
  readonly headers: Set<string>;
}

/** What is documented and no answer showed. Of an object that was never there, its properties are not told besides. */
export function unseenParts(shown: Shown): readonly Unseen[] {
  const roots = Object.values(answerSchemas).filter((schema) => shown.places.has(placeOf(schema)));
  return [
    ...roots.flatMap((schema) => [...unseenIn(schema, shown)]),
    ...[...shown.statuses].flatMap(([operation, statuses]) => [...unseenStatuses(operation, statuses)]),
    ...unseenHeaders(shown),
  ];
}

function* unseenIn(schema: JsonObject, shown: Shown): Iterable<Unseen> {
  const place = placeOf(schema);
  const { enum: values, items, properties } = schema;
  for (const value of isList(values) ? values : []) {
    const id = placeOfValue(place, value);
    if (shown.places.has(id)) continue;
    yield { id: `value:${id}`, kind: 'value', message: `${place} was never ${JSON.stringify(value)}` };
  }
  for (const [name, property] of Object.entries(isObject(properties) ? properties : {})) {
    if (!isObject(property)) continue;
    if (shown.places.has(placeOf(property))) {
      // What a reference leads to is told once, with the schema that it is.
      if (property['$ref'] === undefined) yield* unseenIn(property, shown);
    } else {
      yield {
        id: `property:${placeOf(property)}`,
        kind: 'property',
        message: `\`${name}\` of ${place} was never there`,
      };
    }
  }
  if (isObject(items) && items['$ref'] === undefined && shown.places.has(placeOf(items))) {
    yield* unseenIn(items, shown);
  }
}

function* unseenStatuses(operation: Operation, statuses: ReadonlySet<string>): Iterable<Unseen> {
  for (const status of Object.keys(documentedAnswers.operations[operation].statuses)) {
    if (statuses.has(status)) continue;
    yield {
      id: `status:${operation}:${status}`,
      kind: 'status',
      message: `a ${operation} was never answered with ${status}`,
    };
  }
}

function* unseenHeaders({ headers }: Shown): Iterable<Unseen> {
  if (headers.size === 0) return;
  for (const name of documentedAnswers.headers.documented) {
    if (headers.has(name)) continue;
    yield { id: `header:headers:${name}`, kind: 'header', message: `no answer had the header \`${name}\`` };
  }
}
