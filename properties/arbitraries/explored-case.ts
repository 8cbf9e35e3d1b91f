import * as fc from 'fast-check';

import type { Fault } from '../../contracts/case.ts';
import type { Pointer } from '../../contracts/exercise.ts';
import { PLACEHOLDERS } from '../../contracts/placeholders.ts';
import { valueAt, type JsonObject } from '../../contracts/pointer.ts';
import type { Case } from '../case.ts';
import { parentOf, withValueAt } from '../faults/edit.ts';
import { type FaultPlace, faultPlaces } from '../faults/fault-places.ts';
import { OPERATORS } from '../faults/operators.ts';
import { grown } from '../faults/grow.ts';
import type { SchemaOperator } from '../faults/variation.ts';
import { proveFault, proveValid } from '../guard.ts';
import { makeCase } from '../make-case.ts';
import { create } from '../requests.ts';
import { createActionRequest } from './create-action-request.ts';

/** A case that was drawn, with the valid one that it is an edit of. */
export interface ExploredCase {
  readonly subject: Case;
  /** Differs from the subject by the fault alone, and is the subject's `twin`; absent where the subject is valid. */
  readonly twin?: Case;
}

/** Constraints on {@link exploredCase}. */
export interface ExploredCaseConstraints {
  /** Whether to draw valid bodies, faulty ones, or both, which is the default. */
  readonly kind?: 'valid' | 'faulty' | 'both';
}

/**
 * Creates with a valid body, or with one that has a single fault. Each is proved to be what it says whenever it is
 * made, and so also after every step of shrinking; a fault keeps its place while its body shrinks.
 */
export function exploredCase({ kind = 'both' }: ExploredCaseConstraints = {}): fc.Arbitrary<ExploredCase> {
  switch (kind) {
    case 'valid':
      return validCases();
    case 'faulty':
      return faultyCases();
    case 'both':
      return fc.oneof(validCases(), faultyCases());
  }
}

const validCases = (): fc.Arbitrary<ExploredCase> =>
  createActionRequest().map((body) => ({ subject: drawnCase(body) }));

function faultyCases(): fc.Arbitrary<ExploredCase> {
  const bodies = createActionRequest();
  return fc.oneof(...faultPlaces().map((place) => faultyAt(bodies, place)));
}

function faultyAt(
  bodies: fc.Arbitrary<JsonObject>,
  { at, operator }: FaultPlace,
): fc.Arbitrary<ExploredCase> {
  return fc.tuple(bodies, fc.nat()).map(([body, pick]) => {
    const valid = grown(body, NEEDS_VALUE.has(operator) ? at : aboveOf(at));
    const variations = OPERATORS[operator](valid, at);
    const variation = variations[pick % variations.length];
    if (variation === undefined) throw new Error(`${operator} knows no variation at ${at}`);
    const { words, keyword, edited, value } = variation;
    const before = valueAt(valid, edited);
    const fault: Fault = {
      at,
      operator,
      keyword,
      ...(edited === at ? {} : { property: parentOf(edited).last }),
      ...(before === undefined ? {} : { before }),
      ...(value === undefined ? {} : { after: value }),
    };
    const faulty = withValueAt(valid, edited, value);
    proveFault(faulty, fault);
    const twin = drawnCase(valid);
    const subject = makeCase({
      title: `${nameOf(at)} ${words}`,
      requests: [
        create({ kind: 'json', value: faulty }, { credentials: 'valid', choices: ['sampled'], fault }),
      ],
      twin: twin.id,
      ...(twin.needs === undefined ? {} : { needs: twin.needs }),
    });
    return { subject, twin };
  });
}

/** Operators that take away, or add to, what stands at their place; the others put something there. */
const NEEDS_VALUE: ReadonlySet<SchemaOperator> = new Set(['missing', 'too-many', 'unknown-property']);

const aboveOf = (at: Pointer): Pointer => (at === '' ? '' : parentOf(at).parent);

/** A create with a valid body that was drawn. */
function drawnCase(value: JsonObject): Case {
  proveValid(value);
  const properties = Object.keys(value).filter((name) => name !== 'name' && name !== 'supported_triggers');
  return makeCase({
    title: `a drawn body with ${properties.length === 0 ? 'nothing optional' : properties.map((name) => `\`${name}\``).join(', ')}`,
    requests: [create({ kind: 'json', value }, { credentials: 'valid', choices: ['sampled'] })],
    ...(JSON.stringify(value).includes(PLACEHOLDERS.moduleId) ? { needs: ['module'] } : {}),
  });
}

const nameOf = (at: Pointer): string => (at === '' ? 'the body' : `\`${at.slice(1).replaceAll('/', '.')}\``);
