import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { stop } from './children.ts';
import { asClient, reportIn, timeCli } from './cli-runs.ts';
import { memberOf, numberIn } from './json.ts';
import { startMock } from './mock.ts';

/** Requests that a long run may spend. */
const REQUESTS = 100_000;

/** What one run of 100,000 requests takes, reports and the log of its exchanges included. */
export interface LongRun {
  readonly requests: number;
  readonly seconds: number;
  /** The most memory that the process ever held, in megabytes; the target is a process of its own. */
  readonly peakMb: number;
}

/** Measures one long run of the command line, as a user starts it. */
export async function measureLongRun(folder: string, progress: (line: string) => void): Promise<LongRun> {
  progress(`a run of ${REQUESTS} requests`);
  const mock = await startMock();
  const [dir, peak] = [join(folder, 'long-run'), join(folder, 'peak-memory')];
  const most = String(REQUESTS);
  const flags = {
    target: mock.url,
    'limited-token': mock.limitedToken,
    depth: 'deep',
    explore: most,
    'max-requests': most,
    'max-creates': most,
    'max-time': '60m',
    'report-dir': dir,
    'state-dir': join(folder, 'state'),
    corpus: join(folder, 'corpus'),
  };
  try {
    const tookMs = await timeCli(
      ['run', ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value])],
      {
        ...asClient(mock),
        NODE_OPTIONS: `--import=${new URL('peak-memory.ts', import.meta.url).href}`,
        BENCH_PEAK_MEMORY: peak,
      },
    );
    const requests = numberIn(memberOf(await reportIn(dir), 'requests'), 'total');
    return { requests, seconds: tookMs / 1_000, peakMb: Number(readFileSync(peak, 'utf8')) };
  } finally {
    await stop(mock.child);
  }
}
