import type { Json } from './expectation.ts';

/** A JSON object. */
export type JsonObject = { readonly [name: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `Array.isArray` alone does not tell a read-only list from an object. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The reference tokens of a JSON Pointer (RFC 6901), unescaped: `/a~1b/0` gives `a/b` and `0`. */
export function tokensOf(pointer: string): readonly string[] {
  const tokens = pointer.split('/').slice(1);
  // Hardly any token has an escape in it, and pointers are followed all the time.
  return pointer.includes('~')
    ? tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    : tokens;
}

/** The pointer to a child: the inverse of {@link tokensOf}, one token at a time. */
export function childOf(pointer: string, token: string): string {
  const isPlain = !token.includes('~') && !token.includes('/');
  return `${pointer}/${isPlain ? token : token.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The value at a pointer, or `undefined` where there is none. */
export function valueAt(value: Json | undefined, pointer: string): Json | undefined {
  let current = value;
  for (const token of tokensOf(pointer)) {
    if (Array.isArray(current)) {
      current = (current as readonly Json[])[Number(token)];
    } else {
      current = isObject(current) && Object.hasOwn(current, token) ? current[token] : undefined;
    }
  }
  return current;
}
