import type { Choice, Exercise, FaultOperator, Operation, Pointer } from './exercise.ts';
import type { SchemaName } from './expectation.ts';
import type { Level, Requirement, Source } from './requirement.ts';

/** A part of the documentation page, such as `Body > name`. */
export const page = (part: string): Source => ({ in: 'page', part });

/** A schema of the published OpenAPI description, by its name and the path below it. */
export const openapi = (schema: string, below = ''): Source => ({
  in: 'openapi',
  pointer: `/components/schemas/${schema}${below}`,
});

/** The create operation of the published OpenAPI description, or a place below it. */
export const operation = (below = '', path = '/paths/~1actions~1actions/post'): Source => ({
  in: 'openapi',
  pointer: `${path}${below}`,
});

/** A section of a standard that the page builds on, such as `standard('RFC 9110', '15.5.2')`. */
export const standard = (document: `RFC ${number}`, section: string): Source => ({
  in: 'standard',
  document,
  section,
});

/** Traffic recorded from real tenants. */
export const recorded = (fact: string): Source => ({ in: 'recorded', fact });

/** Every exchange of these operations, whatever it was sent for. */
export const every = (...operations: readonly Operation[]): readonly Exercise[] =>
  operations.map((each) => ({ kind: 'operation', operation: each }));

/** Keeps the literal type of the id, so that a mistyped id elsewhere does not compile. */
export const requirement = <const Id extends string>(parts: Requirement<Id>): Requirement<Id> => parts;

/** The tenant refuses a create whose body has just this fault. */
export function refuses<const Id extends string>(
  id: Id,
  [at, operator]: readonly [Pointer, FaultOperator],
  title: string,
  source: Source,
  level: Level = 'MUST',
): Requirement<Id> {
  return {
    id,
    level,
    title,
    source,
    exercisedBy: { kind: 'fault', at, operator },
    judgedBy: { kind: 'rejected' },
  };
}

/** The tenant accepts a create whose valid body makes this choice. */
export function accepts<const Id extends string>(
  id: Id,
  choice: Choice,
  title: string,
  source: Source,
  level: Level = 'MUST',
): Requirement<Id> {
  return { id, level, title, source, exercisedBy: { kind: 'valid', choice }, judgedBy: { kind: 'accepted' } };
}

/** Whatever the tenant answers to a create, it says again at `in` what the request said there. */
export function echoes<const Id extends string>(
  id: Id,
  property: string,
  title: string,
  source: Source,
  options: { readonly in?: Pointer; readonly parts?: readonly string[]; readonly level?: Level } = {},
): Requirement<Id> {
  const { parts, level = 'MUST' } = options;
  const place = options.in ?? (`/${property}` as const);
  return {
    id,
    level,
    title,
    source,
    exercisedBy: { kind: 'passive', on: 'created' },
    judgedBy: { kind: 'echo', property, in: place, ...(parts ? { parts } : {}) },
  };
}

/** A list that a create leaves out is answered, if at all, as an empty one. */
export function answersNone<const Id extends string>(
  id: Id,
  property: string,
  title: string,
  { fact }: { readonly fact: string },
): Requirement<Id> {
  return {
    id,
    level: 'SHOULD',
    title,
    source: recorded(fact),
    exercisedBy: { kind: 'passive', on: 'created' },
    judgedBy: { kind: 'default', property, in: `/${property}`, value: [] },
  };
}

/** Keywords that a requirement on a property's shape answers for, besides those of its items. */
const SHAPE_KEYWORDS = ['type', 'format'] as const;

interface Noun<N extends string> {
  readonly noun: N;
  readonly schema: SchemaName;
  readonly source: (property: string) => Source;
}

/**
 * One requirement a property: "writes `x`, if at all, as a string". The page marks no property of the answer as required, so
 * an absent one breaks nothing.
 *
 * @param properties what each property is, in words that follow "as": `a string`.
 */
export function shapes<const N extends string, const P extends Readonly<Record<string, string>>>(
  { noun, schema, source }: Noun<N>,
  properties: P,
): readonly Requirement<`answer.${N}.${keyof P & string}`>[] {
  return (Object.keys(properties) as (keyof P & string)[]).map((property) => ({
    id: `answer.${noun}.${property}`,
    level: 'MUST',
    title: `writes \`${property}\` of ${article(noun)}, if at all, as ${properties[property]}`,
    source: source(property),
    exercisedBy: { kind: 'passive', on: 'shown' },
    judgedBy: {
      kind: 'conforms',
      to: 'action',
      place: { schema, at: `/properties/${property}`, keywords: SHAPE_KEYWORDS },
    },
  }));
}

/** One more keyword of the answer's schemas, where {@link shapes} does not reach: an enum, a bound, the object itself. */
export function keyword<const Id extends string>(
  id: Id,
  [schema, at, name]: readonly [SchemaName, string, string],
  title: string,
  source: Source,
  level: Level = 'MUST',
): Requirement<Id> {
  return {
    id,
    level,
    title,
    source,
    exercisedBy: { kind: 'passive', on: 'shown' },
    judgedBy: { kind: 'conforms', to: 'action', place: { schema, at, keywords: [name] } },
  };
}

function article(noun: string): string {
  const words = noun.replaceAll('_', ' ');
  return /^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`;
}
