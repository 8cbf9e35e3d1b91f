import type { Drawn } from '../properties/drawn.ts';

/**
 * Looks for a smaller value that fails in the same way, along fast-check's own steps of shrinking.
 *
 * @param fails tells of a value whether it fails in that way; `undefined` where nothing more can be spent on finding out.
 * @returns the smallest that was found to fail.
 */
export async function shrink<T>(
  start: Drawn<T>,
  fails: (candidate: Drawn<T>) => Promise<boolean | undefined>,
): Promise<Drawn<T>> {
  let smallest = start;
  let candidates = smallest.smaller();
  for (let next = candidates.next(); next.done !== true; next = candidates.next()) {
    const failed = await fails(next.value);
    if (failed === undefined) return smallest;
    if (!failed) continue;
    smallest = next.value;
    candidates = smallest.smaller();
  }
  return smallest;
}
