import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { Agent } from 'undici';

import { type Child, start, stop } from '../../bench/children.ts';
import { freePort } from '../../bench/free-port.ts';
import type { ThirdParty } from './third-party.ts';

/** A Java program compiles itself while it starts. */
const READY_WITHIN_MS = 60_000;

/** A server of other people that answers. */
export interface Running {
  readonly origin: string;
  /** A folder that is gone once the server is. */
  readonly scratch: string;
  /** PEM file of the authority to trust, over TLS alone. */
  readonly authority?: string;
}

/** Starts a server in a process of its own, hands it over, and ends it, whatever happens. */
export async function whileRunning<T>(
  server: ThirdParty,
  installed: string,
  use: (running: Running) => Promise<T>,
): Promise<T> {
  const scratch = await mkdtemp(join(tmpdir(), `target-${server.name}-`));
  const port = await freePort();
  let child: Child | undefined;
  try {
    const starting = await server.prepare({ installed, scratch, port });
    child = start({ name: server.title, ...starting });
    const authority = server.authority?.(scratch);
    const origin = authority === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`;
    await answers(child, origin);
    await server.furnish?.(origin);
    return await use({ origin, scratch, ...(authority === undefined ? {} : { authority }) });
  } finally {
    if (child !== undefined) await stop(child);
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Waits until a server answers anything at all. */
async function answers(child: Child, origin: string): Promise<void> {
  // Whether it can be trusted is the suite's question, not that of who waits for it.
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });
  const deadline = performance.now() + READY_WITHIN_MS;
  try {
    for (;;) {
      const { exitCode } = child.process;
      if (exitCode !== null) throw new Error(`${child.name} ended with ${exitCode}: ${child.lastWords()}`);
      if (performance.now() > deadline) throw new Error(`${child.name} did not start: ${child.lastWords()}`);
      try {
        await dispatcher.request({ origin, path: '/', method: 'GET' });
        return;
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        await pause(100);
      }
    }
  } finally {
    await dispatcher.destroy();
  }
}
