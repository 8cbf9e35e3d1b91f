import { isDeepStrictEqual } from 'node:util';

import type { Json } from '../contracts/expectation.ts';
import { childOf, isList, isObject } from '../contracts/pointer.ts';

/** A place at which two values differ, with what stands there in each. */
interface Difference {
  /** JSON Pointer. */
  readonly path: string;
  readonly one: Json | undefined;
  readonly other: Json | undefined;
}

/**
 * The deepest place that holds all in which two values differ.
 *
 * @param path where they stand.
 */
export function firstDifference(one: Json | undefined, other: Json | undefined, path = ''): Difference {
  const names = namesIn(one, other);
  const differing = names.filter((name) => !isDeepStrictEqual(partOf(one, name), partOf(other, name)));
  const [only, ...more] = differing;
  if (only === undefined) return { path, one, other };
  // Of the items of a list that all differ in the same part, the first stands for them.
  if (more.length > 0 && !isList(one)) return { path, one, other };
  return firstDifference(partOf(one, only), partOf(other, only), childOf(path, only));
}

function namesIn(one: Json | undefined, other: Json | undefined): readonly string[] {
  if (isList(one) && isList(other)) return one.length === other.length ? Object.keys(one) : [];
  return isObject(one) && isObject(other) ? [...new Set([...Object.keys(one), ...Object.keys(other)])] : [];
}

const partOf = (value: Json | undefined, name: string): Json | undefined =>
  isList(value)
    ? value[Number(name)]
    : isObject(value) && Object.hasOwn(value, name)
      ? value[name]
      : undefined;
