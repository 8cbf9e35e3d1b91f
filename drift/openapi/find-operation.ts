import { isObject } from '../../contracts/pointer.ts';
import { entriesOf, type References } from './references.ts';
import type { Place } from './place.ts';

/** The create operation, below whatever base path a description gives it. */
const PATH = /^(?:\/[\w.-]+)*?\/actions\/actions\/?$/;

/** Where a description has the operation. */
export interface FoundOperation {
  readonly path: string;
  readonly operation: Place;
}

/**
 * Finds the create operation of a description.
 *
 * @returns undefined where it describes none.
 * @throws DescriptionError where the reference to it leads nowhere.
 */
export function findOperation(references: References): FoundOperation | undefined {
  const paths = references.child(references.root, 'paths');
  for (const [path, item] of paths === undefined ? [] : entriesOf(references.resolved(paths))) {
    if (!PATH.test(path)) continue;
    const post = references.child(item, 'post');
    const operation = post === undefined ? undefined : references.resolved(post);
    if (operation !== undefined && isObject(operation.value)) return { path, operation };
  }
  return undefined;
}
