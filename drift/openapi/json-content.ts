import { isObject } from '../../contracts/pointer.ts';
import type { Place } from './place.ts';
import { entriesOf, type References } from './references.ts';

/** The media type of the contract's bodies. */
export const JSON_TYPE = 'application/json';

/** Media types and ranges that JSON is in, the closest first. */
const COVERING: readonly RegExp[] = [
  /^application\/json$/,
  /^[^/]+\/[^/]*\+json$/,
  /^text\/json$/,
  /^application\/\*$/,
  /^\*\/\*$/,
];

/**
 * The schema of the JSON body of a request or an answer.
 *
 * @returns undefined where no JSON body is described, or nothing is said of it.
 */
export function jsonSchemaIn(body: Place, references: References): Place | undefined {
  const content = references.child(references.resolved(body), 'content');
  const types = content === undefined ? [] : entriesOf(references.resolved(content));
  const media = COVERING.flatMap((pattern) =>
    types.filter(([name]) => pattern.test(name.split(';')[0]?.trim().toLowerCase() ?? '')),
  )[0]?.[1];
  const schema = media === undefined ? undefined : references.child(media, 'schema');
  return schema !== undefined && (isObject(schema.value) || schema.value === true) ? schema : undefined;
}
