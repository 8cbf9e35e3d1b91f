/** Steps that people count in; the next are ten times as large. */
const STEPS = [1, 2, 5, 10];

/** Steps from nought to the top of an axis. */
const MOST_STEPS = 4;

/** The marks of an axis from nought to `highest` or just above it: whole numbers, two at the least. */
export function wholeTicks(highest: number): readonly number[] {
  const least = Math.max(1, highest / MOST_STEPS);
  const power = 10 ** Math.floor(Math.log10(least));
  const step = power * (STEPS.find((each) => each * power >= least) ?? 10);
  const steps = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: steps + 1 }, (_, index) => index * step);
}
