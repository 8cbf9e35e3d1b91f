import { availableParallelism, loadavg } from 'node:os';
import process from 'node:process';

import { type AuditSpeed, measureAudit } from './audit.ts';
import { type Creates, measureCreates } from './creates.ts';
import { type DriverCost, measureDriverCost } from './driver-cost.ts';
import { type ExplorationSpeed, measureExploration } from './exploration.ts';
import { type Generation, measureGeneration } from './generation.ts';
import { type LongRun, measureLongRun } from './long-run.ts';
import { measureNights, type Nights } from './nights.ts';
import { measurePacing, type Pacing } from './pacing.ts';
import { scratchFolder } from './scratch.ts';
import { measureWallTime, type WallTime } from './wall-time.ts';

/** All that the bench measures, in one run on one machine. */
export interface Figures {
  readonly node: string;
  readonly cores: number;
  /** How many processes wanted a core in the minute before: figures of a busy machine are of little worth. */
  readonly loadBefore: number;
  readonly creates: Creates;
  readonly wallTimeMs: WallTime;
  readonly driver: DriverCost;
  readonly generation: Generation;
  readonly audit: readonly AuditSpeed[];
  readonly nights: Nights;
  readonly pacing: Pacing;
  readonly exploration: readonly ExplorationSpeed[];
  /** Only where it was asked for: it takes minutes. */
  readonly longRun?: LongRun;
}

/**
 * Measures everything, one thing after another.
 *
 * @param long whether to measure what takes minutes, too.
 */
export async function measure(progress: (line: string) => void, long: boolean): Promise<Figures> {
  const [loadBefore = 0] = loadavg();
  const folder = scratchFolder();
  return {
    node: process.version,
    cores: availableParallelism(),
    loadBefore,
    creates: await measureCreates(folder, progress),
    wallTimeMs: await measureWallTime(folder, progress),
    driver: await measureDriverCost(folder, progress),
    generation: measureGeneration(progress),
    audit: await measureAudit(folder, progress),
    nights: await measureNights(folder, progress),
    pacing: await measurePacing(folder, progress),
    exploration: await measureExploration(folder, progress),
    ...(long ? { longRun: await measureLongRun(folder, progress) } : {}),
  };
}
