import type { Json } from '../../contracts/expectation.ts';
import { childOf, type JsonObject } from '../../contracts/pointer.ts';
import { schemaFiles, type SchemaFile } from '../../contracts/schema-files.ts';
import type { Difference, DifferenceKind } from './difference.ts';
import { shapeOf, type Shape } from './shape.ts';

/** A place of the contract's schemas beside the place of the description that should say the same. */
interface Pair {
  readonly file: SchemaFile;
  readonly pointer: string;
  readonly contract: JsonObject;
  readonly openapi: JsonObject;
  /** Where in the description. */
  readonly at: string;
}

/** How a schema of a description differs from a file of the contract. It ends, as the contract holds no cycle. */
export function compareSchemas(file: SchemaFile, openapi: JsonObject, at: string): Iterable<Difference> {
  return compare({ file, pointer: '', contract: schemaFiles[file], openapi, at });
}

function* compare(pair: Pair): Iterable<Difference> {
  const { file, pointer, contract, at } = resolved(pair);
  const mine = shapeOf(contract);
  const theirs = shapeOf(pair.openapi);
  const differs = (kind: DifferenceKind, name: string, one: Json | undefined, other: Json | undefined) =>
    difference({ kind, name, at, place: `${file}#${pointer}` }, one, other);

  if (!same(mine.types, theirs.types))
    yield differs('type', 'type', worded(mine.types), worded(theirs.types));
  if (!same(sorted(mine.values), sorted(theirs.values))) {
    yield differs('enum', 'enum', mine.values, theirs.values);
  }
  if (mine.format !== theirs.format) yield differs('format', 'format', mine.format, theirs.format);
  for (const name of new Set([...mine.limits.keys(), ...theirs.limits.keys()])) {
    const [one, other] = [mine.limits.get(name), theirs.limits.get(name)];
    if (!same(one, other)) yield differs('limit', name, one, other);
  }
  for (const name of new Set([...mine.required, ...theirs.required])) {
    const [one, other] = [mine.required.has(name), theirs.required.has(name)];
    if (one !== other) yield differs('required', name, one, other);
  }
  if (mine.open !== theirs.open && mine.properties.size > 0) {
    yield differs('additional-properties', 'additionalProperties', mine.open, theirs.open);
  }
  yield* compareProperties({ file, pointer, at }, mine, theirs);
  if (mine.items !== undefined && theirs.items !== undefined) {
    yield* compare({
      file,
      pointer: `${pointer}/items`,
      contract: mine.items,
      openapi: theirs.items,
      at: `${at}/-`,
    });
  }
}

function* compareProperties(
  { at, file, pointer }: Pick<Pair, 'at' | 'file' | 'pointer'>,
  mine: Shape,
  theirs: Shape,
): Iterable<Difference> {
  for (const name of new Set([...mine.properties.keys(), ...theirs.properties.keys()])) {
    const [contract, openapi] = [mine.properties.get(name), theirs.properties.get(name)];
    const here = { name, at: childOf(at, name), place: `${file}#${pointer}` };
    if (contract === undefined) {
      const types = openapi === undefined ? [] : shapeOf(openapi).types;
      yield difference({ kind: 'property-added', ...here }, undefined, worded(types));
    } else if (openapi === undefined) {
      const { contract: target } = resolved({ file, pointer, contract, openapi: {}, at });
      yield difference({ kind: 'property-removed', ...here }, worded(shapeOf(target).types), undefined);
    } else {
      const below = childOf(`${pointer}/properties`, name);
      yield* compare({ file, pointer: below, contract, openapi, at: here.at });
    }
  }
}

/** The file that a reference leads to. */
function resolved(pair: Pair): Pair {
  const { $ref } = pair.contract;
  const found = Object.entries(schemaFiles).find(([, { $id }]) => $id === $ref);
  if (found === undefined) return pair;
  const [name, contract] = found as [SchemaFile, JsonObject];
  return { ...pair, file: name, pointer: '', contract };
}

function difference(
  where: Pick<Difference, 'kind' | 'name' | 'at' | 'place'>,
  contract: Json | undefined,
  openapi: Json | undefined,
): Difference {
  return {
    ...where,
    also: [],
    ...(contract === undefined ? {} : { contract }),
    ...(openapi === undefined ? {} : { openapi }),
  };
}

const worded = (types: readonly string[]): Json => (types.length === 0 ? 'any' : types.join(' or '));

const sorted = (values: readonly Json[] | undefined): Json | undefined =>
  values?.map((value) => JSON.stringify(value)).toSorted();

const same = (one: Json | undefined, other: Json | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
