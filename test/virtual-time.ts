import { setTimeout as pause } from 'node:timers/promises';

import type { Time } from '../driver/limiter.ts';

const START = Date.UTC(2026, 0, 1);

/**
 * A clock that only pauses move on: they take a millisecond and count in full, so that a run is quick, and the same on
 * every machine.
 */
export function virtualTime(): Time {
  let now = START;
  return {
    now: () => now,
    pause: async (milliseconds) => {
      now += milliseconds;
      await pause(1);
    },
  };
}
