/** What was measured several times, in the middle and at the ends. */
export interface Spread {
  readonly median: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** The spread of some samples, of which there is at least one. */
export function spreadOf(samples: readonly number[]): Spread {
  const sorted = samples.toSorted((one, other) => one - other);
  const minimum = sorted.at(0);
  const maximum = sorted.at(-1);
  const low = sorted[(sorted.length - 1) >> 1];
  const high = sorted[sorted.length >> 1];
  if (minimum === undefined || maximum === undefined || low === undefined || high === undefined) {
    throw new Error('nothing was measured');
  }
  return { median: (low + high) / 2, minimum, maximum };
}
