import { readFileSync } from 'node:fs';
import process from 'node:process';

/** The clock ticks in which Linux counts processor time: a hundred to a second, on every machine. */
const TICK_MS = 10;

/** How much processor time a process has taken, in milliseconds; `undefined` on a system that is no Linux. */
export function processorTimeOf(pid: number | undefined): number | undefined {
  if (pid === undefined || process.platform !== 'linux') return undefined;
  // The second field, a name in brackets, may hold anything; the twelfth and thirteenth after it are user and system.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
