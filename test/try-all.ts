import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

import type { Outcome } from './self-validation.ts';

/** What a thread is given to do. */
export interface Trial {
  /** Name of a mutant. */
  readonly name: string;
  /** Requests that the run may spend. */
  readonly maxRequests: number;
}

/** More threads than this are not worth their start. */
const MOST_THREADS = 4;

/**
 * Tries mutants, several at a time, each thread taking the next one when it is done.
 *
 * @returns for each name a promise of how that mutant fared.
 */
export function tryAll(
  names: readonly string[],
  maxRequests = Infinity,
): ReadonlyMap<string, Promise<Outcome>> {
  const outcomes = new Map(names.map((name) => [name, Promise.withResolvers<Outcome>()]));
  const waiting = [...outcomes].values();
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
      const [name, promise] = value;
      current = promise;
      worker.postMessage({ name, maxRequests } satisfies Trial, []);
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
  return new Map([...outcomes].map(([name, { promise }]) => [name, promise]));
}
