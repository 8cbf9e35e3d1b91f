import type { Json, SchemaName } from '../contracts/expectation.ts';
import { isObject, valueAt, type JsonObject } from '../contracts/pointer.ts';
import { answerSchemas } from './answer-schemas.ts';
import { fullValue, isList, routesThrough, textOf, withAt, type Route } from './example-routes.ts';

/** An answer that breaks one keyword at one place, and is without fault else. */
export interface Breach extends Route {
  readonly keyword: string;
  /** JSON Pointer that a finding has to name. */
  readonly path: string;
  readonly answer: Json;
}

/** Values of another type; a number that is no integer tells an integer from a number. */
const OTHER_TYPE: Readonly<Record<string, readonly Json[]>> = {
  object: ['text', null, [1]],
  array: [{}, 'text'],
  string: [42, null, ['text']],
  boolean: ['true', 0, null],
  number: ['1', null],
  integer: [1.5, '1'],
};

/** What breaks a keyword: the value to put in, at the place or below it. */
const BREAKS: Readonly<Record<string, (schema: JsonObject, value: Json) => readonly Edit[]>> = {
  type: ({ type }) => (OTHER_TYPE[textOf(type)] ?? []).map((value) => ({ value })),
  format: () => [{ value: 'yesterday' }, { value: '' }, { value: '2021-01-01' }],
  enum: () => [{ value: 'none of them' }],
  minItems: () => [{ value: [] }],
  maxItems: (_, value) => [{ value: isList(value) ? [...value, ...value] : value }],
  minLength: () => [{ value: '' }],
  required: ({ required }) =>
    (isList(required) ? required : []).map((name) => ({ value: undefined, below: textOf(name) })),
  additionalProperties: () => [{ value: 'new', below: 'undocumented' }],
};

interface Edit {
  readonly value: Json | undefined;
  readonly below?: string;
}

/** For every keyword at every place that an answer is held against: answers that break it. */
export function breachesOf(to: SchemaName): readonly Breach[] {
  const root = answerSchemas[to];
  const full = fullValue(root);
  return [...routesThrough(root, `${to}#`)].flatMap((route) =>
    Object.keys(route.schema).flatMap((keyword) => {
      const edits = BREAKS[keyword]?.(route.schema, valueAt(full, route.at) ?? null) ?? [];
      return edits.map(({ value, below }) => {
        const edited = below === undefined ? route.at : `${route.at}/${below}`;
        // What is missing is missing in the object: a pointer to it would lead nowhere.
        const path = keyword === 'required' ? route.at : edited;
        return { ...route, keyword, path, answer: withAt(full, edited, value) };
      });
    }),
  );
}

/** Keywords of a schema that demand nothing of a value by themselves. */
const SILENT = new Set(['$schema', '$id', '$ref', '$comment', 'title', 'description', 'examples', 'default']);

/** Keywords in the schemas of answers that nothing here knows how to break. */
export function unbreakable(to: SchemaName): readonly string[] {
  return [...routesThrough(answerSchemas[to], `${to}#`)].flatMap(({ schema }) =>
    Object.entries(schema)
      .filter(([keyword]) => !SILENT.has(keyword) && !(keyword in BREAKS))
      .filter(([keyword, value]) => !['properties', 'items'].includes(keyword) || !isObject(value))
      .map(([keyword]) => keyword),
  );
}
