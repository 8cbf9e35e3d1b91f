import type { Json } from '../../contracts/expectation.ts';
import { isList, isObject, type JsonObject } from '../../contracts/pointer.ts';

/** What a schema says, in one form for JSON Schema 2020-12, OpenAPI 3.1 and OpenAPI 3.0. */
export interface Shape {
  /** Names of types, sorted; empty where every type is allowed. */
  readonly types: readonly string[];
  readonly values: readonly Json[] | undefined;
  readonly format: string | undefined;
  /** Bounds by their keyword. */
  readonly limits: ReadonlyMap<string, Json>;
  readonly required: ReadonlySet<string>;
  /** Whether properties are allowed that it does not name. */
  readonly open: boolean;
  readonly properties: ReadonlyMap<string, JsonObject>;
  readonly items: JsonObject | undefined;
}

const LIMITS = [
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
];

/**
 * The shape of a schema whose references are resolved. Parts of an `allOf` hold together; of alternatives, what any of
 * them allows is allowed. A schema that is part of itself adds nothing the second time.
 */
export function shapeOf(schema: JsonObject, within: ReadonlySet<JsonObject> = new Set()): Shape {
  const inside = new Set([...within, schema]);
  const partsOf = (keyword: string): readonly Shape[] => {
    const parts = schema[keyword];
    return (isList(parts) ? parts : [])
      .filter(isObject)
      .filter((part) => !inside.has(part))
      .map((part) => shapeOf(part, inside));
  };
  const alternatives = [...partsOf('oneOf'), ...partsOf('anyOf')];
  const [first, ...others] = alternatives;
  return [...partsOf('allOf'), ...(first === undefined ? [] : [others.reduce(either, first)])].reduce(
    together,
    ownShape(schema),
  );
}

function ownShape(schema: JsonObject): Shape {
  const { additionalProperties, const: only, enum: values, format, items, properties, required } = schema;
  return {
    types: typesOf(schema),
    values: isList(values) ? values : only === undefined ? undefined : [only],
    format: typeof format === 'string' ? format : undefined,
    limits: new Map(LIMITS.flatMap((name) => limitOf(schema, name))),
    required: new Set((isList(required) ? required : []).filter((name) => typeof name === 'string')),
    open: additionalProperties !== false,
    properties: new Map(
      Object.entries(isObject(properties) ? properties : {}).filter((entry): entry is [string, JsonObject] =>
        isObject(entry[1]),
      ),
    ),
    items: isObject(items) ? items : undefined,
  };
}

function typesOf({ nullable, type }: JsonObject): readonly string[] {
  const named = (isList(type) ? type : [type]).filter((each) => typeof each === 'string');
  // OpenAPI 3.0 has no type of null, and says beside the type that it is allowed.
  return [...new Set(named.length > 0 && nullable === true ? [...named, 'null'] : named)].toSorted();
}

/** In OpenAPI 3.0 an exclusive bound is a word beside the bound. */
function limitOf(schema: JsonObject, name: string): readonly (readonly [string, Json])[] {
  const value = schema[name];
  if (value === undefined || value === false) return [];
  if (name === 'exclusiveMinimum' || name === 'exclusiveMaximum') {
    const bound = value === true ? schema[name === 'exclusiveMinimum' ? 'minimum' : 'maximum'] : value;
    return bound === undefined ? [] : [[name, bound]];
  }
  if (name === 'minimum' && schema['exclusiveMinimum'] === true) return [];
  if (name === 'maximum' && schema['exclusiveMaximum'] === true) return [];
  return [[name, value]];
}

/** What must hold by both. */
function together(one: Shape, other: Shape): Shape {
  const { types, values } = one;
  return {
    types:
      types.length === 0
        ? other.types
        : other.types.length === 0
          ? types
          : types.filter((each) => other.types.includes(each)),
    values: values ?? other.values,
    format: one.format ?? other.format,
    limits: new Map([...other.limits, ...one.limits]),
    required: new Set([...one.required, ...other.required]),
    open: one.open && other.open,
    properties: new Map([...other.properties, ...one.properties]),
    items: one.items ?? other.items,
  };
}

/** What one or the other allows. */
function either(one: Shape, other: Shape): Shape {
  const isNothing = (shape: Shape): boolean => shape.types.length === 1 && shape.types[0] === 'null';
  if (isNothing(other)) return withNull(one);
  if (isNothing(one)) return withNull(other);
  return {
    types:
      one.types.length === 0 || other.types.length === 0
        ? []
        : [...new Set([...one.types, ...other.types])].toSorted(),
    values:
      one.values === undefined || other.values === undefined ? undefined : [...one.values, ...other.values],
    format: one.format === other.format ? one.format : undefined,
    limits: new Map([...one.limits].filter(([name, value]) => other.limits.get(name) === value)),
    required: new Set([...one.required].filter((name) => other.required.has(name))),
    open: one.open || other.open,
    properties: new Map([...other.properties, ...one.properties]),
    items: one.items ?? other.items,
  };
}

const withNull = (shape: Shape): Shape => ({
  ...shape,
  types: shape.types.length === 0 ? [] : [...new Set([...shape.types, 'null'])].toSorted(),
});
