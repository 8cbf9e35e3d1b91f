import type { ErrorObject } from 'ajv/dist/2020.js';

import type { Fault } from '../contracts/case.ts';
import type { Json } from '../contracts/expectation.ts';
import { placeOf, violations } from './request-schema.ts';

/** A case that would not be what it claims to be: a mistake in the suite, never in the target. */
class UnprovenCaseError extends Error {
  override readonly name = 'UnprovenCaseError';
  readonly code = 'UNPROVEN_CASE';
}

/**
 * Proves that the contract's schema accepts a body that is meant to be valid.
 *
 * @throws UnprovenCaseError when it does not.
 */
export function proveValid(body: Json): void {
  const [first] = violations(body);
  if (first !== undefined) {
    throw new UnprovenCaseError(`a body meant to be valid is not: ${describe(first)}`);
  }
}

/**
 * Proves that a body is invalid where its fault says, by the keyword that it says, and nowhere else.
 *
 * @throws UnprovenCaseError when the body is valid, or invalid elsewhere too.
 */
export function proveFault(body: Json, fault: Fault): void {
  const found = violations(body);
  const stray = found.find((error) => placeOf(error) !== fault.at);
  if (stray !== undefined) {
    throw new UnprovenCaseError(
      `a fault meant for ${place(fault.at)} shows elsewhere too: ${describe(stray)}`,
    );
  }
  if (!found.some((error) => error.keyword === fault.keyword)) {
    throw new UnprovenCaseError(
      `a fault meant for ${place(fault.at)} does not break \`${fault.keyword}\` there`,
    );
  }
}

/**
 * Proves the fault of a body by its bytes: that they are no JSON, or what they hold is invalid where the fault says.
 *
 * @throws UnprovenCaseError when it is not so.
 */
export function proveFaultIn(text: string, fault: Fault): void {
  if (fault.keyword === 'syntax') {
    proveNoJson(text);
    return;
  }
  let body: Json;
  try {
    // JSON.parse gives nothing but JSON values; its declared type is wider.
    body = JSON.parse(text) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UnprovenCaseError(`a body meant to be JSON is not: ${error.message}`, { cause: error });
  }
  proveFault(body, fault);
}

/**
 * Proves that bytes are no JSON.
 *
 * @throws UnprovenCaseError when they are.
 */
export function proveNoJson(text: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return;
    throw error;
  }
  throw new UnprovenCaseError('bytes meant to be no JSON are JSON after all');
}

const place = (at: string): string => (at === '' ? 'the body' : at);

const describe = (error: ErrorObject): string =>
  `${place(error.instancePath)} ${error.message ?? error.keyword}`;
