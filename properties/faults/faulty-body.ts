import type { Fault } from '../../contracts/case.ts';
import type { Pointer } from '../../contracts/exercise.ts';
import { valueAt, type JsonObject } from '../../contracts/pointer.ts';
import type { PlannedBody } from '../case.ts';
import { proveFault, proveNoJson } from '../guard.ts';
import { parentOf, withValueAt } from './edit.ts';
import type { FaultPlace } from './fault-places.ts';
import type { SyntaxVariation, Variation } from './variation.ts';

/** What a valid body became through one fault: proved to be invalid there, and nowhere else. */
export interface FaultyBody {
  /** What is wrong, in words: "`name` is null instead of a string". */
  readonly title: string;
  readonly fault: Fault;
  readonly body: PlannedBody;
}

/**
 * Makes one edit that a JSON Schema can see.
 *
 * @param twin the valid body that the fault is told against.
 * @param start the body that is edited, where more must stand in it than in the twin.
 * @throws UnprovenCaseError when the result is valid, or invalid elsewhere too.
 */
export function edited(
  { at, operator }: FaultPlace,
  { words, keyword, edited: place, value }: Variation,
  twin: JsonObject,
  start = twin,
): FaultyBody {
  const body = withValueAt(start, place, value);
  const before = valueAt(twin, place);
  const fault: Fault = {
    at,
    operator,
    keyword,
    ...(place === at ? {} : { property: parentOf(place).last }),
    ...(before === undefined ? {} : { before }),
    ...(value === undefined ? {} : { after: value }),
  };
  proveFault(body, fault);
  return { title: `${nameOf(at)} ${words}`, fault, body: { kind: 'json', value: body } };
}

/**
 * Makes bytes of a body that are no JSON.
 *
 * @throws UnprovenCaseError when they are JSON after all.
 */
export function malformed(twin: JsonObject, { words, text }: SyntaxVariation): FaultyBody {
  proveNoJson(text);
  return {
    title: `the body ${words}`,
    fault: {
      at: '',
      operator: text === '' ? 'empty-body' : 'malformed-json',
      keyword: 'syntax',
      before: twin,
    },
    body: { kind: 'text', text },
  };
}

/** A body of no bytes at all. */
export const EMPTY: SyntaxVariation = { words: 'is empty', text: '' };

/** A place as a title names it. */
export const nameOf = (at: Pointer): string =>
  at === '' ? 'the body' : `\`${at.slice(1).replaceAll('/', '.')}\``;
