import * as fc from 'fast-check';

import type { JsonObject } from '../../contracts/pointer.ts';
import { faultPlaces } from '../faults/fault-places.ts';
import { faultyRequestOf, type FaultyRequest } from '../faults/faulty-request.ts';
import { validBody } from '../valid/body.ts';
import { createActionRequest, type CreateActionRequestConstraints } from './create-action-request.ts';
import { faultyBody } from './faulty-body.ts';

/** Constraints on {@link faultyRequest}: those of the valid bodies, and which faults to make of them. */
export interface FaultyRequestConstraints extends CreateActionRequestConstraints {
  /** Whether to draw bytes that typed clients cannot send, too: no JSON, numbers that overflow; so by default. */
  readonly syntax?: boolean;
}

/** What bodies take that lack what a fault is about; a module only where references to modules are drawn at all. */
const SPARE: JsonObject = {
  ...validBody(['trigger:described', 'dependencies:one', 'deploy:false', 'runtime:node22']),
  secrets: [{ name: 'API_KEY', value: 'value' }],
};

/**
 * Bodies that the contract forbids for one reason: any valid body, broken in any place that the contract constrains, in
 * the ways that {@link faults} lists and with values that nobody would list, or in its bytes. Each is proved to have
 * that fault and no other, and still is after shrinking.
 */
export function faultyRequest({
  syntax = true,
  ...constraints
}: FaultyRequestConstraints = {}): fc.Arbitrary<FaultyRequest> {
  const { module } = constraints;
  const wholes: fc.Arbitrary<JsonObject> =
    module === undefined ? fc.constant(SPARE) : module.map((one) => ({ ...SPARE, modules: [one] }));
  const places = faultPlaces().filter(({ at }) => module !== undefined || !at.startsWith('/modules/'));
  return faultyBody({ bodies: createActionRequest(constraints), wholes, places, syntax }).map(
    ({ faulty, valid }) => faultyRequestOf(faulty, valid),
  );
}
