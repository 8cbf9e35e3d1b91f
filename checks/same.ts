import { isDeepStrictEqual } from 'node:util';

import type { Json } from '../contracts/expectation.ts';
import { isList, isObject, type JsonObject } from '../contracts/pointer.ts';
import { nanoseconds } from './moment.ts';

/** What two answers must share of an item of these lists: the rest is described here and left out there. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  supported_triggers: ['id', 'version'],
  // Recorded versions leave out a registry.
  dependencies: ['name', 'version'],
  secrets: ['name'],
  modules: ['module_id', 'module_version_id'],
};

/** A property cut down to what an action and a version made of it share. */
export function essence(name: string, value: Json | undefined): Json | undefined {
  if (name.endsWith('_at')) return String(nanoseconds(value));
  const parts = PARTS[name];
  if (parts === undefined || !isList(value)) return value;
  return value.map((item) =>
    isObject(item) ? Object.fromEntries(Object.entries(item).filter(([part]) => parts.includes(part))) : item,
  );
}

/** Whether two values of a property can be compared: what has another type, or is no time, breaks a requirement of its own. */
export function areAlike(name: string, one: Json | undefined, other: Json | undefined): boolean {
  if (name.endsWith('_at')) return nanoseconds(one) !== undefined && nanoseconds(other) !== undefined;
  return typeOf(one) === typeOf(other) && isSound(name, one) && isSound(name, other);
}

function isSound(name: string, value: Json | undefined): boolean {
  const parts = PARTS[name];
  if (parts === undefined || !isList(value)) return true;
  if (name === 'supported_triggers' && value.length !== 1) return false;
  return value.every(
    (item) => isObject(item) && parts.every((part) => ['string', 'undefined'].includes(typeof item[part])),
  );
}

/** The JSON type of a value; `undefined` where there is none. */
const typeOf = (value: Json | undefined): string =>
  Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;

/** Those of these properties that both have, and that say something else in one than in the other. */
export function differing(
  one: JsonObject,
  other: JsonObject,
  properties: readonly string[],
): readonly string[] {
  return properties.filter(
    (name) =>
      areAlike(name, one[name], other[name]) &&
      !isDeepStrictEqual(essence(name, one[name]), essence(name, other[name])),
  );
}
