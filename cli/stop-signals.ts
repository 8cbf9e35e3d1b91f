import { once } from 'node:events';
import process from 'node:process';

/** What asks a command to end in good order; a terminal that is closed hangs up. */
export const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Waits until a signal asks the process to stop. */
export async function stopSignal(): Promise<void> {
  await Promise.race(STOP_SIGNALS.map((signal) => once(process, signal)));
}
