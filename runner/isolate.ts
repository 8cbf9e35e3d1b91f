import type { Choice } from '../contracts/exercise.ts';
import type { Case } from '../properties/case.ts';
import { validCase } from '../properties/valid/valid-case.ts';

/** Sends a case and tells whether the target accepted it; `undefined` when it could not be sent or judged. */
export type Probe = (next: Case) => Promise<boolean | undefined>;

/**
 * Finds out what a refused body was refused for: sends each of its choices alone and, if every one of them is
 * accepted, leaves out one after the other until nothing more can go. The last case sent is then the smallest
 * combination that the target refuses, and is marked so.
 */
export async function isolate(choices: readonly Choice[], probe: Probe): Promise<void> {
  const alone = await inTurn(choices, (choice) => probe(validCase([choice])));
  if (!alone.every((accepted) => accepted === true)) return;
  let smallest = choices;
  for (const choice of choices) {
    const fewer = smallest.filter((each) => each !== choice);
    if (fewer.length > 0 && (await probe(validCase(fewer))) === false) smallest = fewer;
  }
  await probe(validCase(smallest, { smallest: true }));
}

async function inTurn<T, R>(items: readonly T[], next: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await next(item));
  return results;
}
