import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ended, firstLine, start, stop } from './children.ts';
import { numberIn } from './json.ts';
import { startMock } from './mock.ts';
import { type Spread, spreadOf } from './spread.ts';

/** How often exploration and the bare loop send, in turns. */
export const EXPLORATION_TURNS = 5;

/** What is driven: a server that answers at once, and two that take as long as fast ones over a network. */
const TARGETS = [
  { delayMs: 0, count: 10_000 },
  { delayMs: 1, count: 2_000 },
  { delayMs: 5, count: 1_000 },
] as const;

/** Requests per second of exploration, beside those of a loop that sends the same and does nothing else. */
export interface ExplorationSpeed {
  /** How long the target takes before it answers, in milliseconds. */
  readonly delayMs: number;
  readonly count: number;
  readonly suite: Sending;
  readonly bareLoop: Sending;
  /** What share of the loop's rate exploration reaches: the median of the turns. */
  readonly share: Spread;
}

interface Sending {
  readonly perSecond: Spread;
  /** Processor time of the sender for a request, in microseconds, whatever else the machine does. */
  readonly cpuMicros: Spread;
}

/** Measures exploration against mock tenants in processes of their own, each side in a process of its own, too. */
export async function measureExploration(
  folder: string,
  progress: (line: string) => void,
): Promise<readonly ExplorationSpeed[]> {
  progress('exploration beside a bare loop');
  const dir = join(folder, 'exploration');
  mkdirSync(dir);
  const speeds: ExplorationSpeed[] = [];
  for (const target of TARGETS) speeds.push(await measureOne(dir, target));
  return speeds;
}

async function measureOne(
  dir: string,
  { delayMs, count: requests }: (typeof TARGETS)[number],
): Promise<ExplorationSpeed> {
  const mock = await startMock(delayMs);
  const record = join(dir, 'sent.json');
  const job = { base: mock.url, token: mock.target.token, folder: dir, requests };
  try {
    // Remembering what is sent costs time, so that this turn does not count; the seed makes the others the same.
    await turn('explore.child.ts', { ...job, record });
    const [suite, loop]: [Turn[], Turn[]] = [[], []];
    for (let count = 0; count < EXPLORATION_TURNS; count += 1) {
      suite.push(await turn('explore.child.ts', { ...job, record: '' }));
      loop.push(await turn('replay.child.ts', { ...job, record }));
    }
    const shares = suite.map(({ perSecond }, count) => perSecond / (loop[count]?.perSecond ?? Infinity));
    return {
      delayMs,
      count: requests,
      suite: sendingOf(suite),
      bareLoop: sendingOf(loop),
      share: spreadOf(shares),
    };
  } finally {
    await stop(mock.child);
  }
}

interface Turn {
  readonly perSecond: number;
  readonly cpuMicros: number;
}

async function turn(script: string, job: object): Promise<Turn> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = start({ name: script, args: [path, JSON.stringify(job)], output: 'pipe' });
  const told: unknown = JSON.parse(await firstLine(child));
  await ended(child);
  const requests = numberIn(told, 'requests');
  return {
    perSecond: (requests / numberIn(told, 'tookMs')) * 1_000,
    cpuMicros: (numberIn(told, 'cpuMs') / requests) * 1_000,
  };
}

const sendingOf = (turns: readonly Turn[]): Sending => ({
  perSecond: spreadOf(turns.map(({ perSecond }) => perSecond)),
  cpuMicros: spreadOf(turns.map(({ cpuMicros }) => cpuMicros)),
});
