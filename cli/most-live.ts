import type { RunOptions } from '../runner/run.ts';

/** Somebody's tenant has few places for actions; nobody else needs those of the mock tenant. */
const ON_A_TENANT = 1;
const ON_THE_MOCK = 100;

/** How many actions may be on a target at one time, where `--max-live` may say so. */
export const mostLive = (flag: number | undefined, targetKind: RunOptions['targetKind']): number =>
  flag ?? (targetKind === 'given' ? ON_A_TENANT : ON_THE_MOCK);
