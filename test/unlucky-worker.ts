import { parentPort } from 'node:worker_threads';

import { unlucky } from '../fixtures/unlucky/shelf.ts';
import type { Trial } from './try-all.ts';
import { tryUnlucky } from './try-unlucky.ts';

// One target at a time, by name: functions cannot travel between threads.
parentPort?.on('message', ({ name }: Trial) => {
  const target = unlucky.find((each) => each.name === name);
  if (target === undefined) throw new Error(`the shelf has no unlucky target ${name}`);
  void tryUnlucky(target).then((outcome) => parentPort?.postMessage(outcome, []));
});
