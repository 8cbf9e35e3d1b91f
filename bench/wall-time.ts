import { timeCli } from './cli-runs.ts';
import { type Spread, spreadOf } from './spread.ts';

/** How often each command is started. */
export const STARTS = 5;

/** How long commands take from start to end, in milliseconds. */
export interface WallTime {
  readonly run: Spread;
  readonly help: Spread;
}

/** Measures a whole run against the embedded mock tenant, and the start alone. */
export async function measureWallTime(folder: string, progress: (line: string) => void): Promise<WallTime> {
  progress('wall time');
  return {
    run: await several(['run', '--report-dir', folder]),
    help: await several(['--help']),
  };
}

async function several(args: readonly string[]): Promise<Spread> {
  // The first start finds neither the files nor what was compiled of them in any cache.
  await timeCli(args);
  const times: number[] = [];
  for (let turn = 0; turn < STARTS; turn += 1) times.push(await timeCli(args));
  return spreadOf(times);
}
