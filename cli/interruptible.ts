import process from 'node:process';

/** Does something that a signal ends in good order; a second one ends it at once. */
export async function interruptible<T>(use: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, interrupt);
  try {
    return await use(interruption.signal);
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}
