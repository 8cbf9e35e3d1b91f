import { load } from 'js-yaml';

import type { Json } from '../../contracts/expectation.ts';

/**
 * Reads JSON or YAML.
 *
 * @throws Error when it is neither.
 */
export function parseDocument(text: string): Json {
  try {
    // JSON is YAML, but its own parser is many times as fast.
    return (/^\s*[{[]/.test(text) ? JSON.parse(text) : load(text)) as Json;
  } catch (error) {
    // What is nested without an end leaves the reader no room.
    if (error instanceof RangeError) throw new Error('it is nested too deeply', { cause: error });
    throw error;
  }
}
