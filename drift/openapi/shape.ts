import type { Json } from '../../contracts/expectation.ts';
import { isList, isObject, type JsonObject } from '../../contracts/pointer.ts';
import { LIMITS, limitOf, tighter } from './limits.ts';
import type { Place } from './place.ts';
import { entriesOf } from './references.ts';

/** A schema as it stands somewhere, or what several say together or as alternatives. */
export type Schema = Place | { readonly all: readonly Schema[] } | { readonly any: readonly Schema[] };

/** What a schema says, in one form for JSON Schema 2020-12, OpenAPI 3.1 and OpenAPI 3.0. */
export interface Shape {
  /** Whether no value at all is valid, as the schema `false` has it. */
  readonly never: boolean;
  /** Names of types, sorted; empty where every type is allowed. */
  readonly types: readonly string[];
  readonly values: readonly Json[] | undefined;
  readonly format: string | undefined;
  /** Bounds by their keyword. */
  readonly limits: ReadonlyMap<string, Json>;
  readonly required: ReadonlySet<string>;
  /** Whether properties are allowed that it does not name. */
  readonly open: boolean;
  readonly properties: ReadonlyMap<string, Schema>;
  readonly items: Schema | undefined;
  /** Whether the value belongs to answers alone. */
  readonly readOnly: boolean;
  /** Whether the value belongs to requests alone. */
  readonly writeOnly: boolean;
}

/** What a schema says that says nothing. */
export const ANYTHING: Shape = {
  never: false,
  types: [],
  values: undefined,
  format: undefined,
  limits: new Map(),
  required: new Set(),
  open: true,
  properties: new Map(),
  items: undefined,
  readOnly: false,
  writeOnly: false,
};

/** What a schema says by its own keywords, without what it refers to or is combined with. */
export function ownShape({ value, document }: Place): Shape {
  if (!isObject(value)) return { ...ANYTHING, never: value === false };
  const { const: only, enum: values, format, items, required } = value;
  const allowed = isList(values) ? values : only === undefined ? undefined : [only];
  return {
    never: false,
    types: typesOf(value, allowed),
    values: allowed,
    format: typeof format === 'string' ? format : undefined,
    limits: new Map(LIMITS.flatMap((name) => limitOf(value, name))),
    required: new Set((isList(required) ? required : []).filter((name) => typeof name === 'string')),
    open: isOpen(value),
    properties: new Map(entriesOf({ value: value['properties'], document })),
    items: items === undefined ? undefined : { value: items, document },
    readOnly: value['readOnly'] === true,
    writeOnly: value['writeOnly'] === true,
  };
}

/** A pattern lets properties in that have no name of their own. */
const isOpen = ({ additionalProperties, patternProperties }: JsonObject): boolean =>
  additionalProperties !== false ||
  (isObject(patternProperties) && Object.keys(patternProperties).length > 0);

/** The values that are allowed say of which types they are where no type stands beside them. */
function typesOf({ nullable, type }: JsonObject, values: readonly Json[] | undefined): readonly string[] {
  if (type === undefined) return union((values ?? []).map(typeOf), []);
  const named = (isList(type) ? type : [type]).filter((each) => typeof each === 'string');
  // OpenAPI 3.0 has no type of null, and says beside the type that it is allowed.
  return union(named, named.length > 0 && nullable === true ? ['null'] : []);
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

/** What must hold by both. */
export function together(one: Shape, other: Shape): Shape {
  return {
    never: one.never || other.never,
    types: commonTypes(one.types, other.types),
    values: commonValues(one.values, other.values),
    format: one.format ?? other.format,
    limits: tighter(one.limits, other.limits),
    required: new Set([...one.required, ...other.required]),
    open: one.open && other.open,
    properties: commonProperties(one, other),
    items: bothOf('all', one.items, other.items),
    readOnly: one.readOnly || other.readOnly,
    writeOnly: one.writeOnly || other.writeOnly,
  };
}

/** What one or the other allows. */
export function either(one: Shape, other: Shape): Shape {
  if (one.never) return other;
  if (other.never) return one;
  if (isNothing(other)) return withNull(one);
  if (isNothing(one)) return withNull(other);
  return {
    never: false,
    types: one.types.length === 0 || other.types.length === 0 ? [] : union(one.types, other.types),
    values:
      one.values === undefined || other.values === undefined ? undefined : [...one.values, ...other.values],
    format: one.format === other.format ? one.format : undefined,
    limits: new Map([...one.limits].filter(([name, value]) => other.limits.get(name) === value)),
    required: new Set([...one.required].filter((name) => other.required.has(name))),
    open: one.open || other.open,
    properties: joined('any', one.properties, other.properties),
    items: bothOf('any', one.items, other.items),
    readOnly: one.readOnly && other.readOnly,
    writeOnly: one.writeOnly && other.writeOnly,
  };
}

const isNothing = ({ types }: Shape): boolean => types.length === 1 && types[0] === 'null';

const withNull = (shape: Shape): Shape => ({
  ...shape,
  types: shape.types.length === 0 ? [] : union(shape.types, ['null']),
});

/** A whole number is a number as well. */
function union(one: readonly string[], other: readonly string[]): readonly string[] {
  const all = new Set([...one, ...other]);
  if (all.has('number')) all.delete('integer');
  return [...all].toSorted();
}

const allows = (types: readonly string[], type: string): boolean =>
  types.includes(type) || (type === 'integer' && types.includes('number'));

function commonTypes(one: readonly string[], other: readonly string[]): readonly string[] {
  if (one.length === 0) return other;
  if (other.length === 0) return one;
  return union(
    one.filter((type) => allows(other, type)),
    other.filter((type) => allows(one, type)),
  );
}

function commonValues(
  one: readonly Json[] | undefined,
  other: readonly Json[] | undefined,
): readonly Json[] | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const texts = new Set(other.map((value) => JSON.stringify(value)));
  return one.filter((value) => texts.has(JSON.stringify(value)));
}

/** What one part does not name, and does not leave open, the other cannot allow. */
function commonProperties(one: Shape, other: Shape): Shape['properties'] {
  const all = joined('all', one.properties, other.properties);
  const isAllowed = (shape: Shape, name: string): boolean => shape.open || shape.properties.has(name);
  return new Map([...all].filter(([name]) => isAllowed(one, name) && isAllowed(other, name)));
}

function joined(
  how: 'all' | 'any',
  one: Shape['properties'],
  other: Shape['properties'],
): Shape['properties'] {
  const properties = new Map(one);
  for (const [name, schema] of other) {
    properties.set(name, bothOf(how, one.get(name), schema) ?? schema);
  }
  return properties;
}

function bothOf(how: 'all' | 'any', one: Schema | undefined, other: Schema | undefined): Schema | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return how === 'all' ? { all: [one, other] } : { any: [one, other] };
}
