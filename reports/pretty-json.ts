/** A string, a piece of punctuation, or a run of anything else that is no space. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gu;

/**
 * JSON text with line breaks and indents, or the text as it is when it is no JSON. Every token stays as it was written:
 * a parser would drop repeated keys and round large numbers, and those may be just what a reader looks for.
 */
export function prettyJson(text: string): string {
  if (!isJson(text)) return text;
  const tokens = text.match(TOKEN) ?? [];
  let depth = 0;
  return tokens
    .map((token, index) => {
      const next = tokens[index + 1];
      if (token === '{' || token === '[') {
        if (next === '}' || next === ']') return token;
        depth += 1;
        return token + newline(depth);
      }
      if (token === ',') return token + newline(depth);
      if (token === ':') return ': ';
      if (next !== '}' && next !== ']') return token;
      depth -= 1;
      return token + newline(depth);
    })
    .join('');
}

function newline(depth: number): string {
  return `\n${'  '.repeat(depth)}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
