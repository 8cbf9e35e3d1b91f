import type { Json } from '../contracts/expectation.ts';
import { isList, isObject } from '../contracts/pointer.ts';

/**
 * A part of a pact without the matchers that Pact for Ruby once wrote in place of values, as objects of its own classes:
 * each becomes the example that it holds.
 */
export function withoutRubyMatchers(value: Json): Json {
  if (isList(value)) return value.map(withoutRubyMatchers);
  if (!isObject(value)) return value;
  const { json_class: name, contents, data, min } = value;
  if (name === 'Pact::SomethingLike' && contents !== undefined) return withoutRubyMatchers(contents);
  if (name === 'Pact::ArrayLike' && contents !== undefined) {
    const count = typeof min === 'number' && min > 1 && min <= MOST_EXAMPLES ? min : 1;
    return Array.from({ length: count }, () => withoutRubyMatchers(contents));
  }
  const example = name === 'Pact::Term' && isObject(data) ? data['generate'] : undefined;
  if (example !== undefined) return example;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutRubyMatchers(part)]));
}

/** More examples of one thing show no more. */
const MOST_EXAMPLES = 100;
