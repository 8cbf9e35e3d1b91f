import picomatch from 'picomatch';

import { catalogue } from '../contracts/catalogue.ts';
import type { Requirement } from '../contracts/requirement.ts';
import { UsageError } from '../driver/errors.ts';
import { didYouMean } from './near-names.ts';

/**
 * The requirements that globs name, in the catalogue's order: those that any glob matches, or all where every glob
 * begins with `!`, less those that a glob with `!` matches.
 *
 * @throws UsageError when a glob is empty or matches nothing: it was mistyped.
 */
export function select(globs: readonly string[]): readonly Requirement[] {
  const positive = globs.filter((glob) => !glob.startsWith('!'));
  const negative = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  for (const glob of [...positive, ...negative]) {
    if (glob.trim() === '') {
      throw new UsageError(
        'EMPTY_GLOB',
        'a glob of requirements is empty',
        'Give it a value, or leave it out.',
      );
    }
    const matches = picomatch(glob);
    if (!catalogue.some(({ id }) => matches(id))) {
      throw new UsageError('NO_SUCH_REQUIREMENT', `no requirement matches ${glob}`, hintFor(glob));
    }
  }
  const isNamed = positive.length === 0 ? () => true : picomatch(positive);
  const isExcluded = negative.length === 0 ? () => false : picomatch(negative);
  const selected = catalogue.filter(({ id }) => isNamed(id) && !isExcluded(id));
  if (selected.length === 0) {
    throw new UsageError(
      'NO_SUCH_REQUIREMENT',
      'the globs leave no requirement',
      'See actions-conformance list.',
    );
  }
  return selected;
}

/** What may have been meant: globs that stand apart, or the id, or the beginning of one, that is nearest. */
function hintFor(glob: string): string {
  const parts = glob.split(',').filter((part) => part !== '');
  if (parts.length > 1 && !glob.includes('{')) return `Globs stand apart: ${parts.join(' ')}.`;
  const ids = catalogue.map(({ id }) => id);
  const beginnings = new Set(
    ids.flatMap((id) => id.split('.').map((_, index, words) => `${words.slice(0, index).join('.')}.*`)),
  );
  const known = glob.endsWith('*') ? [...beginnings].filter((each) => each !== '.*') : ids;
  return didYouMean(glob, known, 'See actions-conformance list.');
}
