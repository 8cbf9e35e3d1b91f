import type * as fc from 'fast-check';

import { text, type TextConstraints } from './text.ts';

/** Constraints on {@link actionName}. */
export interface ActionNameConstraints extends Pick<TextConstraints, 'maxLength'> {
  /** What every name begins with, such as the mark of a test run; nothing by default. */
  readonly prefix?: string;
}

/**
 * Names of actions. Nothing is documented about them but that they are strings; these are not empty, keep to one line
 * and, unless `maxLength` says otherwise, to the 48 UTF-16 code units of the longest name on record, prefix included.
 */
export function actionName({
  prefix = '',
  maxLength = 48,
}: ActionNameConstraints = {}): fc.Arbitrary<string> {
  return text({ minLength: prefix === '' ? 1 : 0, maxLength: Math.max(maxLength - prefix.length, 0) }).map(
    (rest) => `${prefix}${rest}`,
  );
}
