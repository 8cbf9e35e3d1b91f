import * as fc from 'fast-check';

import type { UnusualBytes } from '../../contracts/exercise.ts';
import { PLACEHOLDERS } from '../../contracts/placeholders.ts';
import { valueAt, type JsonObject } from '../../contracts/pointer.ts';
import type { Case } from '../case.ts';
import { faultyCase } from '../faults/faulty-case.ts';
import { faultPlaces } from '../faults/fault-places.ts';
import { proveValid } from '../guard.ts';
import { makeCase } from '../make-case.ts';
import { create } from '../requests.ts';
import { wholeBody } from '../valid/body.ts';
import { sentOtherwise } from '../wire-case.ts';
import { faultyBody } from './faulty-body.ts';
import { plannedRequest } from './planned-request.ts';

/** A case that was drawn, with the valid one that it is an edit of. */
export interface ExploredCase {
  readonly subject: Case;
  /** Differs from the subject by the fault or the bytes alone; absent where the subject is valid. */
  readonly twin?: Case;
}

/** Constraints on {@link exploredCase}. */
export interface ExploredCaseConstraints {
  /** Whether to draw valid bodies alone, faulty ones, or both and unusual bytes besides, which is the default. */
  readonly kind?: 'valid' | 'faulty' | 'both';
}

/** Bytes of which no document says what they make of a body. */
const UNUSUAL: readonly UnusualBytes[] = ['byte-order-mark', 'duplicate-key', 'not-utf8', 'other-charset'];

/**
 * Creates with a valid body, with one that has a single fault or, one in twenty, with a valid body in unusual bytes. Each
 * is proved to be what it says whenever it is made, and so also after every step of shrinking; a fault keeps its place
 * while its body shrinks.
 */
export function exploredCase({ kind = 'both' }: ExploredCaseConstraints = {}): fc.Arbitrary<ExploredCase> {
  const bodies = plannedRequest();
  const valid = bodies.map((body): ExploredCase => ({ subject: drawnCase(body) }));
  const sources = { bodies, wholes: fc.constant(wholeBody()), places: faultPlaces(), syntax: true };
  const faulty = faultyBody(sources).map((pair): ExploredCase => {
    const twin = drawnCase(pair.valid);
    return { subject: faultyCase(pair.faulty, { choices: ['sampled'], twin }), twin };
  });
  const unusual = fc.tuple(fc.constantFrom(...UNUSUAL), bodies).map(([wire, body]): ExploredCase => {
    const twin = drawnCase(body);
    return { subject: sentOtherwise(wire, body, { choices: ['sampled'], twin }), twin };
  });
  switch (kind) {
    case 'valid':
      return valid;
    case 'faulty':
      return faulty;
    case 'both':
      return fc.oneof(
        { weight: 9, arbitrary: valid },
        { weight: 10, arbitrary: faulty },
        { weight: 1, arbitrary: unusual },
      );
  }
}

/** A create with a valid body that was drawn. */
function drawnCase(value: JsonObject): Case {
  proveValid(value);
  const optional = Object.keys(value).filter((key) => key !== 'name' && key !== 'supported_triggers');
  return makeCase({
    title: `a drawn body with ${optional.map((key) => `\`${key}\``).join(', ') || 'nothing optional'}`,
    requests: [create({ kind: 'json', value }, { credentials: 'valid', choices: ['sampled'] })],
    ...(valueAt(value, '/modules/0/module_id') === PLACEHOLDERS.moduleId ? { needs: ['module'] } : {}),
  });
}
