import type { Pointer } from '../../contracts/exercise.ts';
import { childOf, isObject } from '../../contracts/pointer.ts';
import { schemaAt } from '../request-schema.ts';
import type { SchemaOperator } from './variation.ts';

/** Something that the contract forbids at a place of a request body. Every item of a list is written as its first. */
export interface FaultPlace {
  readonly at: Pointer;
  readonly operator: SchemaOperator;
}

/** Properties that only describe a trigger or a module: the schema allows them in a request, no recorded client sends them. */
const DESCRIPTIVE =
  /^\/supported_triggers\/0\/(status|runtimes|default_runtime|binding_policy|compatible_triggers)|^\/modules\/0\/module_name$/;

/** Whether a place belongs to the description of a trigger or a module, where a fault is less likely than elsewhere. */
export const isDescriptive = (at: Pointer): boolean => DESCRIPTIVE.test(at);

/** The operator that breaks a keyword where the keyword stands. `required` is broken one level below. */
export const KEYWORD_OPERATORS: Readonly<Record<string, SchemaOperator>> = {
  type: 'wrong-type',
  enum: 'outside-enum',
  minItems: 'too-few',
  maxItems: 'too-many',
  additionalProperties: 'unknown-property',
};

/** Every place where the schemas of the request forbid something, in the document's order, each with what breaks it. */
export function faultPlaces(at: Pointer = ''): readonly FaultPlace[] {
  const schema = schemaAt(at);
  const { required = [], properties, items } = schema;
  return [
    ...Object.entries(KEYWORD_OPERATORS).flatMap(([keyword, operator]) =>
      keyword in schema ? [{ at, operator }] : [],
    ),
    ...(required as readonly string[]).map((name) => ({
      at: below(at, name),
      operator: 'missing' as const,
    })),
    ...Object.keys(isObject(properties) ? properties : {}).flatMap((name) => faultPlaces(below(at, name))),
    ...(isObject(items) ? faultPlaces(below(at, '0')) : []),
  ];
}

const below = (at: Pointer, token: string): Pointer => childOf(at, token) as Pointer;
