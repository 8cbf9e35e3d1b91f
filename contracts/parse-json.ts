import type { Json } from './expectation.ts';

/** A text as JSON, or why it is none. */
export type ParsedJson = { readonly value: Json } | { readonly trouble: string };

/** A text as JSON; `undefined` where it is none. */
export function jsonIn(text: string | undefined): Json | undefined {
  const body = parseJson(text);
  return 'value' in body ? body.value : undefined;
}

/** More nesting than any documented answer has, and far less than the judges can walk. */
const DEEPEST = 100;

/** More values than any answer of the API holds, a full page of a list included: the judges look at each many times. */
const MOST_VALUES = 100_000;

/** Why a value is not looked at; `undefined` where it is of a size that an API answers. */
function excess(value: Json): string | undefined {
  let count = 0;
  const isDeeper = (part: Json, depth: number): boolean => {
    if (typeof part !== 'object' || part === null) return false;
    const parts: readonly Json[] = Object.values(part);
    count += parts.length;
    if (depth >= DEEPEST) return parts.length > 0;
    return count <= MOST_VALUES && parts.some((each) => isDeeper(each, depth + 1));
  };
  if (isDeeper(value, 0)) return `it is nested more than ${DEEPEST} deep`;
  return count > MOST_VALUES ? `it holds more than ${MOST_VALUES} values` : undefined;
}

/** A text as JSON, or why it is none: no syntax error is thrown. */
export function parseJson(text: string | undefined): ParsedJson {
  if (text === undefined) return { trouble: 'there is no body' };
  try {
    // JSON.parse gives nothing but JSON values; its declared type is wider.
    const value = JSON.parse(text) as Json;
    const trouble = excess(value);
    return trouble === undefined ? { value } : { trouble };
  } catch (error) {
    if (error instanceof SyntaxError) return { trouble: error.message };
    throw error;
  }
}
