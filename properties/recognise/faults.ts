import type { ErrorObject } from 'ajv/dist/2020.js';

import type { Fault } from '../../contracts/case.ts';
import type { Pointer } from '../../contracts/exercise.ts';
import type { Json } from '../../contracts/expectation.ts';
import { valueAt } from '../../contracts/pointer.ts';
import { KEYWORD_OPERATORS } from '../faults/fault-places.ts';
import { placeOf, violations } from '../request-schema.ts';

/** What is wrong with somebody else's body at one place. */
export interface RecognisedFault {
  readonly fault: Fault;
  /** The place as it is, where `fault.at` writes every item of a list as its first. */
  readonly place: string;
  readonly message: string;
}

/**
 * Everything that the documented schema has against a request body, one fault a place.
 *
 * @param text the body as it was sent; `undefined` where there was none.
 */
export function faultsIn(text: string | undefined): readonly RecognisedFault[] {
  if (text === undefined || text.trim() === '') {
    return [whole({ at: '', operator: 'empty-body', keyword: 'required' }, 'there is no body')];
  }
  const body = parsed(text);
  if (body === undefined) {
    return [whole({ at: '', operator: 'malformed-json', keyword: 'syntax' }, 'the body is not JSON')];
  }
  const places = new Map<string, RecognisedFault>();
  for (const violation of violations(body)) {
    const found = recognised(violation, body);
    // Of a wrong type, the other keywords at its place have something to say too; ajv says the type first.
    const key = JSON.stringify([found.place, found.fault.property]);
    if (!places.has(key) || found.fault.operator === 'wrong-type') places.set(key, found);
  }
  return [...places.values()];
}

const whole = (fault: Fault, message: string): RecognisedFault => ({ fault, place: '', message });

function recognised(violation: ErrorObject, body: Json): RecognisedFault {
  const { keyword, message = keyword, params } = violation;
  const place = placeOf(violation);
  const { additionalProperty } = params as { readonly additionalProperty?: unknown };
  const after = valueAt(body, place);
  return {
    fault: {
      // A requirement speaks of any item of a list as its first.
      at: place.replaceAll(/\/\d+(?=\/|$)/g, '/0') as Pointer,
      operator: keyword === 'required' ? 'missing' : (KEYWORD_OPERATORS[keyword] ?? 'wrong-type'),
      keyword,
      ...(typeof additionalProperty === 'string' ? { property: additionalProperty } : {}),
      ...(after === undefined || typeof additionalProperty === 'string' ? {} : { after }),
    },
    place,
    message:
      typeof additionalProperty === 'string'
        ? `\`${additionalProperty}\` is documented nowhere`
        : `${place === '' ? 'the body' : place} ${message}`,
  };
}

function parsed(text: string): Json | undefined {
  try {
    // JSON.parse gives nothing but JSON values; its declared type is wider.
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
