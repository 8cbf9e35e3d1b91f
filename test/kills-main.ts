import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { startMockProcess } from '../cli/example-process.ts';
import { killAndSweep, plantForeign } from './kills.ts';

/** How many runs are killed, each at another moment. */
const KILLS = 200;

/** How long a quick run against the mock takes from its first request, in milliseconds; later moments kill nothing. */
const LONGEST_MS = 600;

const lanes = Math.max(2, availableParallelism());
const dir = await mkdtemp(join(tmpdir(), 'conformance-kills-'));
let [done, begun, found, wrong] = [0, 0, 0, 0];

/** Kills every so-manieth run, at moments that are spread evenly over a run. */
async function kill(lane: number): Promise<void> {
  const mock = await startMockProcess();
  try {
    const foreign = await plantForeign(mock);
    const before = String(await foreign.ids());
    for (let number = lane; number < KILLS; number += lanes) {
      const { hadBegun, left, code } = await killAndSweep(
        mock,
        foreign,
        join(dir, String(lane)),
        (number / KILLS) * LONGEST_MS,
      );
      done += 1;
      if (hadBegun) begun += 1;
      found += left;
      if (code !== 0 || String(await foreign.ids()) !== before) wrong += 1;
      if (done % 20 === 0) process.stderr.write(`${done} of ${KILLS} runs killed\n`);
    }
  } finally {
    await mock.stop();
  }
}

try {
  await Promise.all(Array.from({ length: lanes }, (_, lane) => kill(lane)));
} finally {
  await rm(dir, { recursive: true });
}
process.stdout.write(
  `${begun} of ${KILLS} runs killed under way, ${found} actions found left over, ` +
    `${wrong} sweeps that left one or touched a foreign one\n`,
);
process.exitCode = wrong === 0 && begun > 0 ? 0 : 1;
