import { load } from 'js-yaml';

import type { Json } from '../../contracts/expectation.ts';
import { holdsMore, MOST_VALUES } from '../../recordings/holds-more.ts';

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
    if (holdsMore(value)) {
      throw new Error(`its aliases stand for more than ${MOST_VALUES} values`);
    }
    return value;
  } catch (error) {
    // What is nested without an end leaves the reader no room.
    if (error instanceof RangeError) throw new Error('it is nested too deeply', { cause: error });
    throw error;
  }
}
