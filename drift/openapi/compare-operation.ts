import { documentedAnswers } from '../../contracts/documented-answers.ts';
import { knownDifferences } from '../../contracts/known-differences.ts';
import { isObject, type JsonObject } from '../../contracts/pointer.ts';
import { compareSchemas } from './compare-schemas.ts';
import type { Difference } from './difference.ts';

/** A difference that is known, with the reason. */
type KnownDifference = Difference & { readonly reason: string };

/** How a description of the operation differs from the contract. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly known: readonly KnownDifference[];
}

const JSON_TYPE = 'application/json';

/** Compares an operation of an OpenAPI description, whose references are resolved, with the contract of the create. */
export function compareOperation(operation: JsonObject): Comparison {
  const all = merged([...ofRequest(operation), ...ofResponses(operation)]);
  const reasoned = all.map((each) => ({ ...each, reason: reasonFor(each) }));
  return {
    differences: all.filter((each) => reasonFor(each) === undefined),
    known: reasoned.filter((each): each is KnownDifference => each.reason !== undefined),
  };
}

function* ofRequest({ requestBody }: JsonObject): Iterable<Difference> {
  const schema = schemaIn(requestBody);
  if (schema === undefined) {
    yield { kind: 'body', at: 'request', also: [], name: JSON_TYPE, contract: 'a schema' };
  } else {
    yield* compareSchemas('create-action-request', schema, 'request ');
  }
}

function* ofResponses({ responses }: JsonObject): Iterable<Difference> {
  const theirs = isObject(responses) ? responses : {};
  const mine = documentedAnswers.operations.create.statuses;
  for (const status of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const documented = Object.hasOwn(mine, status) ? mine[status] : undefined;
    const described = Object.hasOwn(theirs, status) ? theirs[status] : undefined;
    const here = { at: `response ${status}`, also: [], name: status };
    if (documented === undefined) {
      yield { kind: 'response-added', ...here };
    } else if (described === undefined) {
      yield { kind: 'response-removed', ...here };
    } else {
      const schema = schemaIn(described);
      if (documented.schema !== undefined && schema !== undefined) {
        yield* compareSchemas(documented.schema, schema, `response ${status} `);
      } else if (schema !== undefined) {
        yield { kind: 'body', ...here, openapi: 'a schema' };
      } else if (documented.schema !== undefined) {
        yield { kind: 'body', ...here, contract: 'a schema' };
      }
    }
  }
}

/** The schema of a JSON body. */
function schemaIn(body: unknown): JsonObject | undefined {
  const content = isObject(body) ? body['content'] : undefined;
  const type = isObject(content)
    ? Object.keys(content).find((name) => name.split(';')[0]?.trim().toLowerCase() === JSON_TYPE)
    : undefined;
  const media = isObject(content) && type !== undefined ? content[type] : undefined;
  const schema = isObject(media) ? media['schema'] : undefined;
  return isObject(schema) ? schema : undefined;
}

/** A noun stands at several places, and differs at each in the same way: that is told once. */
function merged(differences: readonly Difference[]): readonly Difference[] {
  const groups = Map.groupBy(differences, ({ at, contract, kind, name, openapi, place }) =>
    JSON.stringify([kind, name, place ?? at, contract, openapi]),
  );
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, also: others.map(({ at }) => at) }],
  );
}

const reasonFor = (difference: Difference): string | undefined =>
  knownDifferences.find(
    ({ kind, name, place, openapi }) =>
      kind === difference.kind &&
      name === difference.name &&
      place === difference.place &&
      JSON.stringify(openapi) === JSON.stringify(difference.openapi),
  )?.reason;
