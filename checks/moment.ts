/** Nanoseconds since the epoch of an RFC 3339 date-time: real tenants answer nine digits, more than a Date holds. */
export function nanoseconds(time: unknown): bigint | undefined {
  // What an answer holds need not be what can be made a text.
  if (typeof time !== 'string') return undefined;
  const match = /^(.*:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/i.exec(time);
  const [, seconds = '', fraction = '', zone = ''] = match ?? [];
  const milliseconds = Date.parse(`${seconds}${zone}`);
  if (Number.isNaN(milliseconds)) return undefined;
  return BigInt(milliseconds) * 1_000_000n + BigInt(fraction.padEnd(9, '0').slice(0, 9));
}

/** Milliseconds between two moments that this one can tell apart: a second where it has no fraction. */
export function resolutionMs(time: string): number {
  const [, fraction = ''] = /\.(\d+)/.exec(time) ?? [];
  return 1000 / 10 ** Math.min(fraction.length, 9);
}
