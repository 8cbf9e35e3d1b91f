import type { Json } from '../../contracts/expectation.ts';
import type { SyntaxVariation } from './variation.ts';

/** Bytes that are nearly the JSON of a valid body: each a dialect that lax parsers read, or an end that they overlook. */
export function malformedJson(twin: Json): readonly SyntaxVariation[] {
  const text = JSON.stringify(twin);
  const inside = text.slice(1, -1);
  return [
    { words: 'has a comma too many', text: `{${inside},}` },
    { words: 'breaks off before its end', text: text.slice(0, -1) },
    { words: 'is followed by text', text: `${text} end` },
    { words: 'is followed by another body', text: `${text}${text}` },
    { words: 'has a comment', text: `{/* first */${inside}}` },
    { words: 'quotes with apostrophes', text: text.replaceAll('"', "'") },
    { words: 'leaves the quotation marks of a name out', text: `{${inside.replace(/"(\w+)":/, '$1:')}}` },
    { words: 'is followed by a brace too many', text: `${text}}` },
    { words: 'has a line end within a string', text: text.replace(/":"/, '":"\n') },
    { words: 'has NaN for a value', text: `{${inside},"deploy":NaN}` },
  ];
}
