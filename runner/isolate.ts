import type { Choice } from '../contracts/exercise.ts';
import type { Case } from '../properties/case.ts';
import { validCase } from '../properties/valid/valid-case.ts';

/** Yields cases to send; is told of each whether the target accepted it, or `undefined` where that is not known. */
export type Search = Generator<Case, void, boolean | undefined>;

/** The ways in which the smallest body could have one optional part more. */
const OPTIONAL_PARTS: readonly (readonly [present: Choice, absent: Choice])[] = [
  ['dependencies:empty', 'dependencies:absent'],
  ['deploy:false', 'deploy:absent'],
  ['modules:empty', 'modules:absent'],
  ['runtime:node22', 'runtime:absent'],
  ['secrets:empty', 'secrets:absent'],
];

/**
 * Finds out whether the smallest body was refused for lack of an optional part: each is added alone, and if just one of
 * them helps, the smallest body is sent once more, as one that chose to leave that part out.
 */
export function* isolateBase(): Search {
  const helpful: Choice[] = [];
  for (const [present, absent] of OPTIONAL_PARTS) {
    if ((yield validCase([present])) === true) helpful.push(absent);
  }
  if (helpful.length === 1) yield validCase(helpful);
}

/**
 * Finds out what a refused body was refused for: each of its choices is sent alone and, if every one of them is
 * accepted, one after the other is left out until nothing more can go. The last case is then the smallest combination
 * that the target refuses, and is marked so.
 */
export function* isolate(choices: readonly Choice[]): Search {
  let allAccepted = true;
  for (const choice of choices) allAccepted = (yield validCase([choice])) === true && allAccepted;
  if (!allAccepted) return;
  let smallest = choices;
  for (const choice of choices) {
    const fewer = smallest.filter((each) => each !== choice);
    if (fewer.length > 0 && (yield validCase(fewer)) === false) smallest = fewer;
  }
  yield validCase(smallest, { smallest: true });
}
