/** Values that a document of YAML may hold; an alias counts with all that it stands for. */
export const MOST_VALUES = 5_000_000;

/**
 * Whether a value holds more than {@link MOST_VALUES} values. A few hundred bytes of aliases, each of several others, stand
 * for more than any machine can look at: this counts no further than it has to.
 */
export function holdsMore(value: unknown, most = MOST_VALUES): boolean {
  const open: unknown[] = [value];
  let count = 0;
  for (; open.length > 0; count += 1) {
    const next = open.pop();
    if (typeof next === 'object' && next !== null && !ArrayBuffer.isView(next)) {
      for (const each of Object.values(next)) open.push(each);
    }
    if (count + open.length > most) return true;
  }
  return false;
}
