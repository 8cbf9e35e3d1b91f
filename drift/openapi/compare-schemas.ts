import type { Json } from '../../contracts/expectation.ts';
import { childOf, isObject, valueAt, type JsonObject } from '../../contracts/pointer.ts';
import { schemaFiles, type SchemaFile } from '../../contracts/schema-files.ts';
import type { Difference, DifferenceKind } from './difference.ts';
import { ownShape, type Schema, type Shape } from './shape.ts';
import type { Shapes } from './shapes.ts';

/** A schema of a description, beside the file of the contract that should say the same. */
interface Comparing {
  readonly file: SchemaFile;
  readonly schema: Schema;
  /** Where in the description. */
  readonly at: string;
  readonly shapes: Shapes;
  /** Whether it describes what is sent, and not an answer: what is `readOnly` does not belong there. */
  readonly sent: boolean;
}

/** A place of the contract's schemas beside the place of the description that should say the same. */
interface Pair extends Comparing {
  readonly pointer: string;
  readonly contract: JsonObject;
}

/** How a schema of a description differs from a file of the contract. It ends, as the contract holds no cycle. */
export function compareSchemas(comparing: Comparing): Iterable<Difference> {
  return compare({ ...comparing, pointer: '', contract: schemaFiles[comparing.file] });
}

function* compare(pair: Pair): Iterable<Difference> {
  const here = resolved(pair);
  const { file, pointer, contract, at, shapes } = here;
  const mine = ownShape({ value: contract, document: file });
  const theirs = belonging(here, shapes.of(pair.schema));
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
  yield* compareProperties(here, mine, theirs);
  const { items } = contract;
  if (isObject(items) && theirs.items !== undefined) {
    yield* compare({
      ...here,
      pointer: `${pointer}/items`,
      contract: items,
      schema: theirs.items,
      at: `${at}/-`,
    });
  }
}

/** A shape with the properties alone that belong to what is sent, or to what is answered. */
function belonging({ sent, shapes }: Pair, shape: Shape): Shape {
  const properties = new Map(
    [...shape.properties].filter(([, property]) => {
      const { never, readOnly, writeOnly } = shapes.of(property);
      return !never && !(sent ? readOnly : writeOnly);
    }),
  );
  const isElsewhere = (name: string): boolean => shape.properties.has(name) && !properties.has(name);
  return {
    ...shape,
    properties,
    required: new Set([...shape.required].filter((name) => !isElsewhere(name))),
  };
}

function* compareProperties(pair: Pair, mine: Shape, theirs: Shape): Iterable<Difference> {
  const { at, contract: parent, file, pointer, shapes } = pair;
  for (const name of new Set([...mine.properties.keys(), ...theirs.properties.keys()])) {
    const schema = theirs.properties.get(name);
    const here = { name, at: childOf(at, name), place: `${file}#${pointer}` };
    const contract = valueAt(parent, childOf('/properties', name));
    if (!isObject(contract)) {
      const types = schema === undefined ? [] : shapes.of(schema).types;
      yield difference({ kind: 'property-added', ...here }, undefined, worded(types));
    } else if (schema === undefined) {
      const { contract: target, file: document } = resolved({ ...pair, contract });
      const { types } = ownShape({ value: target, document });
      yield difference({ kind: 'property-removed', ...here }, worded(types), undefined);
    } else {
      const below = childOf(`${pointer}/properties`, name);
      yield* compare({ ...pair, pointer: below, contract, schema, at: here.at });
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
