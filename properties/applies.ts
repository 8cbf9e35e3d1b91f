import type { About } from '../contracts/case.ts';
import type { Exercise, Operation, Passing, Pointer } from '../contracts/exercise.ts';
import { refused, succeeded } from '../contracts/http-status.ts';

/** Whether nothing about a request is as the contract does not want it. */
const isAsDocumented = ({ credentials, fault, wire }: About): boolean =>
  credentials === 'valid' && fault === undefined && wire === undefined;

/** Whether a request is a create that the contract wants accepted. */
export const isValidCreate = (about: About): boolean => about.operation === 'create' && isAsDocumented(about);

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
    case 'operation':
      return about.operation === exercise.operation && isAsDocumented(about);
    case 'passive':
      return appliesInPassing(exercise.on, about, status ?? (isValidCreate(about) ? 201 : 400));
  }
}

/** A place with every item of a list written as its first: what the contract says of one item, it says of all. */
export const firstOfEach = (at: Pointer): string => at.replaceAll(/\/\d+(?=\/|$)/g, '/0');

/** Operations whose answers show actions as a whole. */
const SHOW_ACTIONS: ReadonlySet<Operation> = new Set(['create', 'read', 'list', 'update']);

function appliesInPassing(on: Passing, about: About, status: number): boolean {
  const { operation } = about;
  const isGranted = isAsDocumented(about) && succeeded(status);
  switch (on) {
    case 'created':
      return operation === 'create' && isGranted;
    case 'action':
      return SHOW_ACTIONS.has(operation) && isGranted;
    case 'shown':
      return (operation === 'deploy' || SHOW_ACTIONS.has(operation)) && isGranted;
    case 'refused':
      return refused(status);
    case 'invalid-body':
      return about.fault !== undefined && refused(status);
    case 'every':
      return true;
  }
}
