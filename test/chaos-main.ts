import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';

import { brave } from './brave.ts';
import { faults } from './chaos-faults.ts';
import type { Order } from './chaos-server.child.ts';
import type { ChaosServer, Weather } from './chaos-server.ts';

/** Runs in mixed weather, each with another seed and another share of faults. */
const RUNS = 20;

/** More than this, in megabytes, is not spent on any target. */
const MOST_MEMORY = 250;

const child = fork(join(import.meta.dirname, 'chaos-server.child.ts'));

async function ask(order: Order): Promise<unknown> {
  const answer = once(child, 'message');
  child.send(order);
  const [value] = (await answer) as readonly unknown[];
  return value;
}

async function startThere(weather: Weather): Promise<ChaosServer> {
  const facts = (await ask(weather)) as Pick<ChaosServer, 'url' | 'access'>;
  return {
    ...facts,
    tokens: () => ask('tokens') as Promise<readonly string[]>,
    calm: () => ask('calm') as Promise<void>,
    actions: () => ask('actions') as Promise<number>,
    close: () => ask('close') as Promise<void>,
  };
}

/** What one run in a process of its own takes at the most, in megabytes. */
async function memoryOf(weather: Weather): Promise<number> {
  const { url, access, close } = await startThere(weather);
  const suite = fork(join(import.meta.dirname, 'chaos-run.child.ts'));
  const told = once(suite, 'message');
  suite.send({ url, access });
  const [megabytes] = (await told) as readonly unknown[];
  await close();
  return Number(megabytes);
}

const kinds = Object.keys(faults);
const weathers: readonly Weather[] = [
  ...kinds.map((kind) => ({ kinds: [kind], share: 0.3, seed: 1 })),
  ...Array.from({ length: RUNS }, (_, seed) => ({ kinds, share: 0.05 + (seed % 10) * 0.05, seed })),
];
const wrong: string[] = [];
let heaviest = 0;
try {
  for (const weather of weathers) {
    const server = await startThere(weather);
    const { report, stopped, leaks, left } = await brave(server);
    await server.close();
    const errored = report?.counts.all.errored ?? 0;
    if ((stopped ?? report?.verdict) === 'conformant' || errored + leaks.length + left > 0) {
      wrong.push(
        `${JSON.stringify(weather)}: ${errored} errored, ${leaks.length} secrets told, ${left} left over`,
      );
    }
  }
  for (const kind of kinds)
    heaviest = Math.max(heaviest, await memoryOf({ kinds: [kind], share: 0.3, seed: 1 }));
} finally {
  child.disconnect();
}
const megabytes = Math.round(heaviest);
if (megabytes > MOST_MEMORY) wrong.push(`${megabytes} MB were taken, and ${MOST_MEMORY} are allowed`);
process.stdout.write(
  `${weathers.length} runs in bad weather, ${wrong.length} gone wrong, a run takes ${megabytes} MB at the most\n`,
);
for (const line of wrong) process.stderr.write(`${line}\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;
