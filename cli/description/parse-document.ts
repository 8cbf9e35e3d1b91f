import { load } from 'js-yaml';

import type { Json } from '../../contracts/expectation.ts';

/** Values that a document may hold; an alias of YAML counts with all that it stands for. */
const MOST_VALUES = 5_000_000;

/**
 * Reads JSON or YAML.
 *
 * @throws Error when it is neither, or its aliases stand for more than anybody publishes.
 */
export function parseDocument(text: string): Json {
  try {
    // JSON is YAML, but its own parser is many times as fast.
    if (/^\s*[{[]/.test(text)) return JSON.parse(text) as Json;
    const value = load(text) as Json;
    if (holdsMoreThan(MOST_VALUES, value)) {
      throw new Error(`its aliases stand for more than ${MOST_VALUES} values`);
    }
    return value;
  } catch (error) {
    // What is nested without an end leaves the reader no room.
    if (error instanceof RangeError) throw new Error('it is nested too deeply', { cause: error });
    throw error;
  }
}

function holdsMoreThan(most: number, value: Json): boolean {
  const open: Json[] = [value];
  let count = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'object' && next !== null) open.push(...Object.values(next));
    count += 1;
    if (count + open.length > most) return true;
  }
  return false;
}
