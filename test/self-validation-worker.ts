import { parentPort } from 'node:worker_threads';

import { mutants } from '../fixtures/mutants/shelf.ts';
import { tryMutant } from './self-validation.ts';
import type { Trial } from './try-all.ts';

// One mutant at a time, by name: functions cannot travel between threads.
parentPort?.on('message', ({ name, maxRequests }: Trial) => {
  const mutant = mutants.find((each) => each.name === name);
  if (mutant === undefined) throw new Error(`the shelf has no mutant ${name}`);
  void tryMutant(mutant, maxRequests).then((outcome) => parentPort?.postMessage(outcome, []));
});
