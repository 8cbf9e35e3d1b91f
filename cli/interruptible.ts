import process from 'node:process';

import { STOP_SIGNALS } from './stop-signals.ts';

/** Does something that a signal ends in good order; a second one ends it at once. */
export async function interruptible<T>(use: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  for (const signal of STOP_SIGNALS) process.once(signal, interrupt);
  try {
    return await use(interruption.signal);
  } finally {
    for (const signal of STOP_SIGNALS) process.off(signal, interrupt);
  }
}
