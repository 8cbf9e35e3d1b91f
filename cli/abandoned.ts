import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import process from 'node:process';

import { codeOf } from './code-of.ts';

/** Of what belongs to a process that cannot be asked, or whose number may be another's by now: so old it is over, in milliseconds. */
const OVER_MS = 10 * 60_000;

/** Stands for this machine in names of files, as host names may hold anything. */
const machine = (host = hostname()): string => createHash('sha256').update(host).digest('hex').slice(0, 8);

/** What the name of a file holds that is this process's alone, such as `1f2e3d4c-4711`. */
export const ownTag = (): string => `${machine()}-${process.pid}`;

/**
 * Whether a process is over, as far as can be told from what it kept up to date.
 *
 * @param silentMs since it last did, in milliseconds.
 */
export function isOver(
  { host, pid }: { readonly host: string; readonly pid: number },
  silentMs: number,
): boolean {
  if (silentMs > OVER_MS) return true;
  return host === hostname() && !isAlive(pid);
}

/** Whether what bears such a tag belongs to nobody any more; so does what bears none, once it is old. */
export function isAbandoned(tag: string, silentMs: number): boolean {
  if (silentMs > OVER_MS) return true;
  const [, host, pid] = /^([0-9a-f]{8})-(\d{1,10})$/.exec(tag) ?? [];
  return host === machine() && !isAlive(Number(pid));
}

/** Whether another process bears this number; one that bears this one's own, as in a container, is over. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is alive as well.
    return codeOf(error) === 'EPERM';
  }
}
