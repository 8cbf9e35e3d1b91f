import type { Json } from '../../contracts/expectation.ts';

/** Bytes that are nearly the JSON of a valid body. */
export function malformedJson(twin: Json): readonly { readonly words: string; readonly text: string }[] {
  const text = JSON.stringify(twin);
  const all = [
    { words: 'breaks off before its end', text: text.slice(0, -1) },
    { words: 'has a comma too many', text: `${text.slice(0, -1)},}` },
    { words: 'quotes with apostrophes', text: text.replaceAll('"', "'") },
  ];
  for (const { words, text: bytes } of all) {
    if (parses(bytes)) throw new Error(`a body that ${words} is JSON after all`);
  }
  return all;
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
