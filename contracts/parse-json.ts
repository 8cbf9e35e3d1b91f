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

function isShallow(value: Json, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= DEEPEST) return Object.keys(value).length === 0;
  return Object.values(value).every((part) => isShallow(part, depth + 1));
}

/** A text as JSON, or why it is none: no syntax error is thrown. */
export function parseJson(text: string | undefined): ParsedJson {
  if (text === undefined) return { trouble: 'there is no body' };
  try {
    // JSON.parse gives nothing but JSON values; its declared type is wider.
    const value = JSON.parse(text) as Json;
    return isShallow(value) ? { value } : { trouble: `it is nested more than ${DEEPEST} deep` };
  } catch (error) {
    if (error instanceof SyntaxError) return { trouble: error.message };
    throw error;
  }
}
