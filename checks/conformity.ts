import type { ErrorObject } from 'ajv/dist/2020.js';

import type { Operation } from '../contracts/exercise.ts';
import type { Json, SchemaName, SchemaPlace } from '../contracts/expectation.ts';
import { succeeded } from '../contracts/http-status.ts';
import { childOf, valueAt } from '../contracts/pointer.ts';
import { answerBody } from './answer-body.ts';
import { wordsOf } from './finding-words.ts';
import { inspect } from './inspect.ts';
import { ownPart } from './own-part.ts';
import {
  beginning,
  broken,
  held,
  shown,
  unjudged,
  type Evidence,
  type Finding,
  type Judgement,
} from './judgement.ts';

/** Judges whether an answer breaks the keywords that one requirement answers for; the whole answer is validated once. */
export function judgeConformity(
  { exchange, memory }: Pick<Evidence, 'exchange' | 'memory'>,
  to: 'action' | 'error',
  wanted: SchemaPlace,
): Judgement {
  const body = answerBody(exchange);
  if ('trouble' in body) return unjudged('the answer is not JSON');
  const { operation } = exchange.about;
  const status = exchange.answer?.status ?? 0;
  if (to === 'action' && !succeeded(status)) return unjudged(`the request was answered with ${status}`);
  const value = to === 'error' ? body.value : ownPart({ exchange, memory }, body.value);
  const { errors, reached } = inspect(to === 'error' ? to : (ANSWERED[operation] ?? to), value);
  const at = written(wanted);
  if (errors.length === 0) return held(reached.has(at));
  const findings = errors
    .filter(({ error, place }) => wanted.keywords.includes(error.keyword) && isWithin(place, at))
    .map(({ error }) => findingIn(error, value));
  return findings.length > 0 ? broken(...findings) : held(reached.has(at));
}

/** What an operation answers, where that is no action. */
const ANSWERED: Partial<Readonly<Record<Operation, SchemaName>>> = {
  list: 'action-list',
  deploy: 'deployed-version',
};

const places = new WeakMap<SchemaPlace, string>();

/** A place as `schema-places.ts` writes it; put together once, since every answer is asked about every place. */
function written(place: SchemaPlace): string {
  const known = places.get(place);
  if (known !== undefined) return known;
  const text = `${place.schema}#${place.at}`;
  places.set(place, text);
  return text;
}

/** Everything that one of the schemas of answers has against a value; empty when it conforms. */
export function breachesIn(schema: SchemaName, value: Json): readonly Finding[] {
  return inspect(schema, value).errors.map(({ error }) => findingIn(error, value));
}

/** A requirement on a property answers for the property's items too; one on a whole object for nothing inside it. */
function isWithin(place: string, wanted: string): boolean {
  return place === wanted || (!wanted.endsWith('#') && place.startsWith(`${wanted}/`));
}

function pathOf({ instancePath, params }: ErrorObject): string {
  const { additionalProperty } = params as { readonly additionalProperty?: unknown };
  return typeof additionalProperty === 'string' ? childOf(instancePath, additionalProperty) : instancePath;
}

/**
 * What ajv has against a value, as a finding.
 *
 * @param whole the value that was validated.
 */
export function findingIn(error: ErrorObject, whole: Json): Finding {
  const { keyword, params } = error;
  const path = pathOf(error);
  const words = wordsOf({ keyword, params, path });
  return { ...words, path, kind: keyword, actual: beginning(shown(valueAt(whole, path)), 400) };
}
