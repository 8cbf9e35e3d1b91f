/**
 * The item of a list that a number of any size stands for, the first one for 0, to which numbers shrink. So something
 * can be drawn from a list that is only known once something else was drawn.
 *
 * @throws Error when the list is empty.
 */
export function picked<T>(all: readonly T[], pick: number): T {
  const one = all[pick % all.length];
  if (one === undefined) throw new Error('there is nothing to pick from');
  return one;
}
