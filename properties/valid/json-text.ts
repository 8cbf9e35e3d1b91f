import type { Json } from '../../contracts/expectation.ts';
import { isObject } from '../../contracts/pointer.ts';

/** How to write a value as JSON in another way than usual. */
interface Manner {
  /** Stands before, between and behind all tokens: any white space. */
  readonly gap?: string;
  /** Whether to write some characters of each string, names included, as escapes that need none. */
  readonly escaped?: boolean;
}

/** A value as JSON, to the same meaning in other bytes. Placeholders stay as they are. */
export function jsonText(value: Json, manner: Manner): string {
  const { gap = '' } = manner;
  return `${gap}${written(value, manner)}${gap}`;
}

function written(value: Json, manner: Manner): string {
  const { gap = '', escaped = false } = manner;
  const inside = (open: string, parts: readonly string[], close: string): string =>
    `${open}${gap}${parts.join(`${gap},${gap}`)}${gap}${close}`;
  if (Array.isArray(value)) {
    return inside(
      '[',
      (value as readonly Json[]).map((item) => written(item, manner)),
      ']',
    );
  }
  if (isObject(value)) {
    const entries = Object.entries(value);
    return inside(
      '{',
      entries.map(([name, each]) => `${written(name, manner)}${gap}:${gap}${written(each, manner)}`),
      '}',
    );
  }
  const plain = JSON.stringify(value);
  return typeof value === 'string' && escaped ? withEscapes(plain) : plain;
}

/** Escapes a letter that every text has, the solidus, and all that is not ASCII, but nothing inside a placeholder. */
const withEscapes = (text: string): string =>
  text.replaceAll(/<<[a-z\d-]+>>|\\(?:u[\da-f]{4}|.)|[^\0-\x7f]|[em/]/g, (found) => {
    if (found.length > 1) return found;
    return found === '/' ? String.raw`\/` : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });

/** A value with the properties of all its objects in the opposite order. */
export function reversed(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(reversed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, each]) => [name, reversed(each)]),
  );
}
