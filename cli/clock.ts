import { setTimeout as pause } from 'node:timers/promises';

import type { Time } from '../driver/limiter.ts';

/** The wall clock with fractions of a millisecond, and a real pause. */
export const clock: Time = {
  now: () => performance.timeOrigin + performance.now(),
  pause: (milliseconds) => pause(milliseconds),
};
