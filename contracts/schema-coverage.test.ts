import { readdirSync, readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';

import { catalogue } from './catalogue.ts';
import type { FaultOperator } from './exercise.ts';
import type { Json } from './expectation.ts';
import { childOf, isObject, type JsonObject } from './pointer.ts';
import type { Requirement } from './requirement.ts';

const FOLDER = `${import.meta.dirname}/schemas`;
const requirements: readonly Requirement[] = catalogue;

const schemas: ReadonlyMap<string, JsonObject> = new Map(
  readdirSync(FOLDER).map((file) => [
    file.replace('.json', ''),
    JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf-8')) as JsonObject,
  ]),
);

/** Keywords that forbid something, as opposed to those that describe or lead on. */
const ASSERTIONS = [
  'type',
  'enum',
  'format',
  'required',
  'additionalProperties',
  'minItems',
  'maxItems',
  'minLength',
];
const ANNOTATIONS = ['$schema', '$id', '$comment', 'title', 'description', 'default', 'examples'];
const LEADING = ['properties', 'items', '$ref'];

const schemaNamed = (name: string): JsonObject => {
  const schema = schemas.get(name);
  if (schema === undefined) throw new Error(`no schema ${name}`);
  return schema;
};

const referred = ($ref: string): string => $ref.split(':').at(-1) ?? '';

/** Every schema object below one, with its pointer. */
function* subschemas(schema: Json | undefined, at = ''): Iterable<readonly [string, JsonObject]> {
  if (!isObject(schema)) return;
  yield [at, schema];
  for (const [name, property] of Object.entries(isObject(schema['properties']) ? schema['properties'] : {})) {
    yield* subschemas(property, childOf(childOf(at, 'properties'), name));
  }
  yield* subschemas(schema['items'], childOf(at, 'items'));
}

describe('the schemas', () => {
  it.each([...schemas])('%s uses keywords that this test knows', (_, schema) => {
    const used = [...subschemas(schema)].flatMap(([, each]) => Object.keys(each));
    expect(used.filter((keyword) => ![...ASSERTIONS, ...ANNOTATIONS, ...LEADING].includes(keyword))).toEqual(
      [],
    );
  });

  it('are valid schemas, whose defaults and examples keep to them', () => {
    const ajv = new Ajv2020({ schemas: [...schemas.values()], allErrors: true });
    formats.default(ajv);
    for (const [name, schema] of schemas) {
      expect(ajv.validateSchema(schema), name).toBe(true);
      for (const [at, { default: value, examples = [], $id: _, ...rules }] of subschemas(schema)) {
        const shown = [...(value === undefined ? [] : [value]), ...(examples as readonly Json[])];
        for (const example of shown) expect(ajv.validate(rules, example), `${name}#${at}`).toBe(true);
      }
    }
  });
});

describe('every constraint on an answer', () => {
  const answers = [...schemas.keys()].filter(
    (name) => !['create-action-request', 'secret-request'].includes(name),
  );
  const constraints = answers.flatMap((name) =>
    [...subschemas(schemaNamed(name))].flatMap(([at, schema]) =>
      ASSERTIONS.filter((keyword) => schema[keyword] !== undefined).map((keyword) => ({ name, at, keyword })),
    ),
  );

  it.each(constraints)('$name#$at $keyword has exactly one requirement', ({ name, at, keyword }) => {
    const claiming = requirements.filter(({ judgedBy }) => {
      if (judgedBy.kind !== 'conforms') return false;
      const { place } = judgedBy;
      const within = place.at === at || (place.at !== '' && at.startsWith(`${place.at}/`));
      return place.schema === name && within && place.keywords.includes(keyword);
    });
    expect(claiming.map(({ id }) => id)).toHaveLength(1);
  });
});

describe('every constraint on a request', () => {
  const OPERATORS: Readonly<Record<string, FaultOperator>> = {
    type: 'wrong-type',
    enum: 'outside-enum',
    minItems: 'too-few',
    maxItems: 'too-many',
    additionalProperties: 'unknown-property',
  };

  /** Every place of a request body where something is forbidden, with the fault that breaks it. */
  function* faults(
    schema: JsonObject,
    at: string,
  ): Iterable<{ readonly at: string; readonly operator: FaultOperator }> {
    const { $ref, required = [], properties, items } = schema;
    if (typeof $ref === 'string') {
      yield* faults(schemaNamed(referred($ref)), at);
      return;
    }
    for (const [keyword, operator] of Object.entries(OPERATORS))
      if (keyword in schema) yield { at, operator };
    for (const name of required as readonly string[]) yield { at: childOf(at, name), operator: 'missing' };
    for (const [name, property] of Object.entries(isObject(properties) ? properties : {})) {
      if (isObject(property)) yield* faults(property, childOf(at, name));
    }
    if (isObject(items)) yield* faults(items, childOf(at, '0'));
  }

  it.each([...faults(schemaNamed('create-action-request'), '')])(
    '$operator at "$at" has exactly one requirement',
    (fault) => {
      const claiming = requirements.filter(
        ({ exercisedBy }) =>
          exercisedBy.kind === 'fault' &&
          exercisedBy.at === fault.at &&
          exercisedBy.operator === fault.operator,
      );
      expect(claiming.map(({ id }) => id)).toHaveLength(1);
    },
  );
});
