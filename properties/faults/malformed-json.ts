import type { Json } from '../../contracts/expectation.ts';
import type { SyntaxVariation } from './variation.ts';

/** Bytes that are nearly the JSON of a valid body. */
export function malformedJson(twin: Json): readonly SyntaxVariation[] {
  const text = JSON.stringify(twin);
  return [
    { words: 'breaks off before its end', text: text.slice(0, -1) },
    { words: 'has a comma too many', text: `${text.slice(0, -1)},}` },
    { words: 'quotes with apostrophes', text: text.replaceAll('"', "'") },
  ];
}
