/** A duration as people read it: `840 ms`, `12.3 s`, `3 min 20 s`. */
export function duration(milliseconds: number): string {
  const whole = Math.round(milliseconds);
  if (whole < 1000) return `${whole} ms`;
  const seconds = Math.round(whole / 1000);
  // Below this, rounding to whole seconds would hide a difference that matters.
  if (seconds < 60) return `${(whole / 1000).toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
