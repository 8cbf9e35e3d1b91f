import { setTimeout as pause } from 'node:timers/promises';

import { Agent } from 'undici';

import { type Child, start } from './children.ts';
import { create, NoAnswer, type Target } from './create.ts';
import { freePort } from './free-port.ts';
import type { Prism } from './install-prism.ts';

const READY_WITHIN_MS = 20_000;

/** Prism's mock server, running in a process of its own. */
export interface PrismServer {
  readonly child: Child;
  readonly target: Target;
}

/** A way to run Prism. */
interface Manner {
  readonly words: string;
  readonly flags: readonly string[];
}

/**
 * As it runs by itself it writes a line about every request and answers one example to all; `--dynamic` makes an answer
 * for each request, as a tenant does.
 */
export const MANNERS: readonly Manner[] = [
  { words: '', flags: [] },
  { words: ', log off', flags: ['--verboseLevel', 'silent'] },
  { words: ', an answer for each request', flags: ['--dynamic'] },
];

/** Starts Prism's mock server, and waits until it creates. */
export async function startPrism(
  { version, entry }: Extract<Prism, { installed: true }>,
  document: string,
  { words, flags }: Manner,
): Promise<PrismServer> {
  const name = `Prism ${version}${words}`;
  const port = await freePort();
  const args = [entry, 'mock', '--port', String(port), ...flags, document];
  const child = start({ name, args });
  // Prism checks that there is a bearer token, not what is in it.
  const target = {
    name,
    origin: `http://127.0.0.1:${port}`,
    path: '/actions/actions',
    token: 'a.b.c',
    pid: child.process.pid,
  };
  await ready(child, target);
  return { child, target };
}

async function ready(child: Child, target: Target): Promise<void> {
  const agent = new Agent();
  const deadline = performance.now() + READY_WITHIN_MS;
  try {
    while (!(await answers(agent, target))) {
      if (child.process.exitCode !== null) throw new Error(`${target.name} ended: ${child.lastWords()}`);
      if (performance.now() > deadline) {
        throw new Error(`${target.name} did not start within ${READY_WITHIN_MS / 1_000} s`);
      }
      await pause(50);
    }
  } finally {
    await agent.destroy();
  }
}

async function answers(agent: Agent, target: Target): Promise<boolean> {
  try {
    await create(agent, target);
    return true;
  } catch (error) {
    if (error instanceof NoAnswer) return false;
    throw error;
  }
}
