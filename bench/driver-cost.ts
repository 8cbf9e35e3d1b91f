import { fileURLToPath } from 'node:url';

import { firstLine, start, stop } from './children.ts';
import { asClient, reportIn, timeCli } from './cli-runs.ts';
import { memberOf, numberIn } from './json.ts';
import { type Mock, startMock } from './mock.ts';
import { type Spread, spreadOf } from './spread.ts';

/** How often the suite and the bare loop are run, in turns. */
export const TURNS = 5;

/** Requests per second of a run of the suite, beside those of a loop that does nothing else. */
export interface DriverCost {
  readonly requests: number;
  readonly suite: Spread;
  readonly bareLoop: Spread;
  readonly ratio: number;
}

/** Measures what planning, judging and recording add to sending, against one and the same mock tenant. */
export async function measureDriverCost(
  folder: string,
  progress: (line: string) => void,
): Promise<DriverCost> {
  progress('cost of the driver');
  const mock = await startMock();
  try {
    const runs: Run[] = [];
    const loops: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      const run = await runSuite(mock, folder);
      runs.push(run);
      loops.push((run.requests / (await bareLoopMs(mock, run.requests))) * 1_000);
    }
    const suite = spreadOf(runs.map(({ perSecond }) => perSecond));
    const bareLoop = spreadOf(loops);
    return { requests: runs[0]?.requests ?? 0, suite, bareLoop, ratio: bareLoop.median / suite.median };
  } finally {
    await stop(mock.child);
  }
}

interface Run {
  readonly requests: number;
  readonly perSecond: number;
}

async function runSuite(mock: Mock, folder: string): Promise<Run> {
  const { url, limitedToken } = mock;
  await timeCli(
    ['run', '--depth', 'quick', '--target', url, '--limited-token', limitedToken, '--report-dir', folder],
    asClient(mock),
  );
  const report = await reportIn(folder);
  const requests = numberIn(memberOf(report, 'requests'), 'total');
  return { requests, perSecond: (requests / numberIn(report, 'durationMs')) * 1_000 };
}

async function bareLoopMs({ target }: Mock, count: number): Promise<number> {
  const script = fileURLToPath(new URL('bare-loop.child.ts', import.meta.url));
  const child = start({
    name: 'the bare loop',
    args: [script, JSON.stringify({ ...target, count })],
    output: 'pipe',
  });
  try {
    return numberIn(JSON.parse(await firstLine(child)), 'tookMs');
  } finally {
    await stop(child);
  }
}
