import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

import type { Mutant } from '../fixtures/mutants/mutant.ts';
import type { Outcome } from './self-validation.ts';
import { SHORT_BUDGET } from './summarize.ts';

/** What a thread is given to do. */
export interface Trial {
  /** Name of a mutant. */
  readonly name: string;
  /** Requests that the run may spend; as many as it takes where this is left out. */
  readonly maxRequests?: number;
}

/** A trial of each mutant, with all the requests that a run takes. */
export const trialsOf = (mutants: readonly Mutant[]): readonly Trial[] =>
  mutants.map(({ name }) => ({ name }));

/** A trial of each mutant that is not rare, with {@link SHORT_BUDGET} requests. */
export const shortTrialsOf = (mutants: readonly Mutant[]): readonly Trial[] =>
  mutants.filter(({ rare }) => rare === undefined).map(({ name }) => ({ name, maxRequests: SHORT_BUDGET }));

/** More threads than this are not worth their start. */
const MOST_THREADS = 4;

/**
 * Tries mutants, several at a time, each thread taking the next one when it is done.
 *
 * @returns for each trial a promise of how the mutant fared, in their order.
 */
export function tryAll(trials: readonly Trial[]): readonly Promise<Outcome>[] {
  const outcomes = trials.map((trial) => ({ trial, outcome: Promise.withResolvers<Outcome>() }));
  const waiting = outcomes.values();
  const threads = Math.min(MOST_THREADS, Math.max(2, availableParallelism()));

  const start = (): void => {
    const worker = new Worker(new URL('self-validation-worker.ts', import.meta.url));
    let current: PromiseWithResolvers<Outcome> | undefined;
    const next = (): void => {
      const { value } = waiting.next();
      if (value === undefined) {
        void worker.terminate();
        return;
      }
      current = value.outcome;
      worker.postMessage(value.trial, []);
    };
    worker.on('message', (outcome: Outcome) => {
      current?.resolve(outcome);
      next();
    });
    worker.on('error', (error) => {
      current?.reject(error);
      // A thread that broke down is gone; another one goes on in its place.
      start();
    });
    next();
  };

  for (let thread = 0; thread < threads; thread += 1) start();
  return outcomes.map(({ outcome }) => outcome.promise);
}
