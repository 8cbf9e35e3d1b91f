/** Milliseconds of each unit in which Go writes a duration. */
const UNITS: Readonly<Record<string, number>> = {
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ns: 1e-6,
};

/**
 * A duration of Go in milliseconds: text such as `1m1.5s`, or a number of nanoseconds. Zero, which cassettes write when
 * nothing was measured, is no duration.
 */
export function goDurationMs(value: unknown): number | undefined {
  if (typeof value === 'number') return value > 0 ? value * 1e-6 : undefined;
  if (typeof value !== 'string') return undefined;
  if (/^\d+$/.test(value)) return goDurationMs(Number(value));
  if (!/^(?:\d+(?:\.\d+)?(?:h|ms|m|s|us|µs|μs|ns))+$/.test(value)) return undefined;
  let sum = 0;
  for (const [, amount = '', unit = ''] of value.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s|us|µs|μs|ns)/g)) {
    sum += Number(amount) * (UNITS[unit] ?? 0);
  }
  return sum > 0 ? sum : undefined;
}
