import { closestMatch } from 'leven';

/** More than this nobody reads. */
const MOST = 3;

/** The names that may have been meant by one that is not known: the nearest by its letters, else those that hold it. */
export function nearNames(name: string, known: readonly string[]): readonly string[] {
  const lowered = new Map(known.map((each) => [each.toLowerCase(), each]));
  const wanted = name.toLowerCase();
  // A third of the letters: `acept` is `accept`, and `foo` is not `run`.
  const maxDistance = Math.max(1, Math.floor(wanted.length / 3));
  const near = lowered.get(closestMatch(wanted, [...lowered.keys()], { maxDistance }) ?? '');
  const longer = wanted === '' ? [] : known.filter((each) => each.toLowerCase().includes(wanted));
  return [...new Set([...(near === undefined ? [] : [near]), ...longer])].slice(0, MOST);
}

/** The question which of the names that are near was meant; the other sentence where none is. */
export function didYouMean(name: string, known: readonly string[], otherwise: string): string {
  const near = nearNames(name, known);
  return near.length === 0 ? otherwise : `Did you mean ${near.join(', ')}?`;
}
