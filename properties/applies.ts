import type { About } from '../contracts/case.ts';
import type { Exercise, Pointer } from '../contracts/exercise.ts';
import { refused, succeeded } from '../contracts/http-status.ts';

/** Whether a request is a create that the contract wants accepted. */
export function isValidCreate(about: About): boolean {
  const { operation, credentials, fault, wire } = about;
  return operation === 'create' && credentials === 'valid' && fault === undefined && wire === undefined;
}

/** The choices that a body makes beyond the smallest one. */
export const choicesBeyondBase = (about: About): number =>
  about.choices.filter((choice) => choice !== 'base').length;

/**
 * Whether a request bears on what an exercise asks for.
 *
 * @param status the answer's status; left out while planning, when the contract's own expectation takes its place.
 */
export function appliesTo(exercise: Exercise, about: About, status?: number): boolean {
  switch (exercise.kind) {
    case 'valid':
      return (
        isValidCreate(about) && (exercise.choice === undefined || about.choices.includes(exercise.choice))
      );
    case 'combination':
      return isValidCreate(about) && choicesBeyondBase(about) > 1;
    case 'fault':
      return about.fault?.operator === exercise.operator && firstOfEach(about.fault.at) === exercise.at;
    case 'credentials':
      return about.credentials === exercise.credentials;
    case 'wire':
      return about.wire === exercise.variant;
    case 'sequence':
      return about.at?.sequence === exercise.sequence && about.at.step === exercise.step;
    case 'passive':
      return appliesInPassing(exercise.on, about, status ?? (isValidCreate(about) ? 201 : 400));
  }
}

/** A place with every item of a list written as its first: what the contract says of one item, it says of all. */
export const firstOfEach = (at: Pointer): string => at.replaceAll(/\/\d+(?=\/|$)/g, '/0');

type Passive = Extract<Exercise, { kind: 'passive' }>['on'];

function appliesInPassing(on: Passive, about: About, status: number): boolean {
  switch (on) {
    case 'created':
      return isValidCreate(about) && succeeded(status);
    case 'refused':
      return refused(status);
    case 'invalid-body':
      return about.fault !== undefined && refused(status);
    case 'every':
      return true;
  }
}
