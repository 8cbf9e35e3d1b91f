import { documentedAnswers } from '../../contracts/documented-answers.ts';
import { knownDifferences } from '../../contracts/known-differences.ts';
import { compareSchemas } from './compare-schemas.ts';
import { DescribedResponses, isCovered } from './described-responses.ts';
import type { Difference } from './difference.ts';
import { JSON_TYPE, jsonSchemaIn } from './json-content.ts';
import type { Place } from './place.ts';
import type { References } from './references.ts';
import { Shapes } from './shapes.ts';

/** A difference that is known, with the reason. */
type KnownDifference = Difference & { readonly reason: string };

/** How a description of the operation differs from the contract. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly known: readonly KnownDifference[];
}

/** An operation of a description, as far as its references have been followed. */
export interface DescribedOperation {
  readonly operation: Place;
  readonly references: References;
}

/**
 * Compares an operation of an OpenAPI description with the contract of the create.
 *
 * @throws DescriptionError where what it leads to cannot be read.
 */
export function compareOperation(described: DescribedOperation): Comparison {
  const shapes = new Shapes(described.references);
  const all = merged([...ofRequest(described, shapes), ...ofResponses(described, shapes)]);
  const reasoned = all.map((each) => ({ ...each, reason: reasonFor(each) }));
  return {
    differences: all.filter((each) => reasonFor(each) === undefined),
    known: reasoned.filter((each): each is KnownDifference => each.reason !== undefined),
  };
}

function* ofRequest({ operation, references }: DescribedOperation, shapes: Shapes): Iterable<Difference> {
  const body = references.child(operation, 'requestBody');
  const schema = body === undefined ? undefined : jsonSchemaIn(body, references);
  if (schema === undefined) {
    yield { kind: 'body', at: 'request', also: [], name: JSON_TYPE, contract: 'a schema' };
  } else {
    yield* compareSchemas({ file: 'create-action-request', schema, at: 'request ', shapes, sent: true });
  }
}

function* ofResponses({ operation, references }: DescribedOperation, shapes: Shapes): Iterable<Difference> {
  const theirs = new DescribedResponses(references.child(operation, 'responses'));
  const mine = Object.entries(documentedAnswers.operations.create.statuses);
  for (const [status, documented] of mine) {
    const described = theirs.of(status);
    const here = { at: `response ${status}`, also: [], name: status };
    const schema = described === undefined ? undefined : jsonSchemaIn(described, references);
    if (described === undefined) {
      yield { kind: 'response-removed', ...here };
    } else if (documented.schema !== undefined && schema !== undefined) {
      const { schema: file } = documented;
      yield* compareSchemas({ file, schema, at: `response ${status} `, shapes, sent: false });
    } else if (schema !== undefined) {
      yield { kind: 'body', ...here, openapi: 'a schema' };
    } else if (documented.schema !== undefined) {
      yield { kind: 'body', ...here, contract: 'a schema' };
    }
  }
  for (const status of theirs.named) {
    if (!mine.some(([each]) => isCovered(each, status))) {
      yield { kind: 'response-added', at: `response ${status}`, also: [], name: status };
    }
  }
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
