import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

import type { Mutant } from '../fixtures/mutants/mutant.ts';
import type { Unlucky } from '../fixtures/unlucky/unlucky.ts';
import type { Outcome } from './self-validation.ts';
import { SHORT_BUDGET } from './summarize.ts';
import type { UnluckyOutcome } from './try-unlucky.ts';

/** What a thread is given to do. */
export interface Trial {
  /** Name of a target on its shelf. */
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

/** Tries mutants, several at a time. */
export const tryAll = (trials: readonly Trial[]): readonly Promise<Outcome>[] =>
  inThreads<Outcome>('self-validation-worker.ts', trials);

/** Tries unlucky targets, several at a time. */
export const tryAllUnlucky = (shelf: readonly Unlucky[]): readonly Promise<UnluckyOutcome>[] =>
  inThreads<UnluckyOutcome>(
    'unlucky-worker.ts',
    shelf.map(({ name }) => ({ name })),
  );

/**
 * Gives trials to threads, each taking the next one when it is done.
 *
 * @param worker the file of this folder that a thread runs: it answers each trial with what came of it.
 * @returns for each trial a promise of what came of it, in their order.
 */
function inThreads<T>(worker: string, trials: readonly Trial[]): readonly Promise<T>[] {
  const outcomes = trials.map((trial) => ({ trial, outcome: Promise.withResolvers<T>() }));
  const waiting = outcomes.values();
  const threads = Math.min(MOST_THREADS, Math.max(2, availableParallelism()));

  const start = (): void => {
    const thread = new Worker(new URL(worker, import.meta.url));
    let current: PromiseWithResolvers<T> | undefined;
    const next = (): void => {
      const { value } = waiting.next();
      if (value === undefined) {
        void thread.terminate();
        return;
      }
      current = value.outcome;
      thread.postMessage(value.trial, []);
    };
    thread.on('message', (outcome: T) => {
      current?.resolve(outcome);
      next();
    });
    thread.on('error', (error) => {
      current?.reject(error);
      // A thread that broke down is gone; another one goes on in its place.
      start();
    });
    next();
  };

  for (let thread = 0; thread < threads; thread += 1) start();
  return outcomes.map(({ outcome }) => outcome.promise);
}
