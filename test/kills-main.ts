import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';

import { startMockProcess } from '../cli/example-process.ts';
import { sweepByDamaged } from './damaged-ledgers.ts';
import { drawer } from './drawer.ts';
import { killAndSweep, plantForeign } from './kills.ts';

/** How long a quick run against the mock takes from its first request, in milliseconds; later moments kill nothing. */
const LONGEST_MS = 600;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    ledgers: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});
/** How many runs are killed, each at another moment. */
const kills = Number(values.kills);
const draw = drawer(Number(values.seed));
/** One at random in each equal part of a run: that many moments leave no part of it out. */
const moments = Array.from({ length: kills }, (_, number) => ((number + draw()) / kills) * LONGEST_MS);
const lanes = Math.max(2, availableParallelism());
const dir = await mkdtemp(join(tmpdir(), 'conformance-kills-'));
let [done, begun, found, wrong] = [0, 0, 0, 0];

/** Kills every so-manieth run. */
async function kill(lane: number): Promise<void> {
  const mock = await startMockProcess();
  try {
    const foreign = await plantForeign(mock);
    const before = String(await foreign.ids());
    for (const moment of moments.filter((_, number) => number % lanes === lane)) {
      const { hadBegun, left, code } = await killAndSweep(mock, foreign, join(dir, String(lane)), moment);
      done += 1;
      if (hadBegun) begun += 1;
      found += left;
      if (code !== 0 || String(await foreign.ids()) !== before) wrong += 1;
      if (done % 20 === 0) process.stderr.write(`${done} of ${kills} runs killed\n`);
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
const damaged = await sweepByDamaged(Number(values.ledgers), Number(values.seed));
process.stdout.write(
  `${damaged.ledgers} damaged ledgers, ${damaged.told} of them told, ${damaged.deleted} actions swept by them, ` +
    `${damaged.touched.length} foreign ones touched\n`,
);
process.stdout.write(
  `${begun} of ${kills} runs killed under way, ${found} actions found left over, ` +
    `${wrong} sweeps that left one or touched a foreign one\n`,
);
process.exitCode = wrong + damaged.touched.length === 0 && begun > 0 ? 0 : 1;
