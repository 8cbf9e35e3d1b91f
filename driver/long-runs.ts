/** From this length on, nobody counts how often a character stands there. */
const LONG = 100;

/**
 * A text in which the same character again and again is told in words. There is no pattern for it: the engine keeps
 * every step of a long one on its stack, and a few megabytes are more than fits there.
 */
export function withoutLongRuns(text: string): string {
  const parts: string[] = [];
  let kept = 0;
  for (let at = 0; at < text.length;) {
    const each = String.fromCodePoint(text.codePointAt(at) ?? 0);
    let end = at + each.length;
    while (text.startsWith(each, end)) end += each.length;
    const times = (end - at) / each.length;
    if (times >= LONG) {
      parts.push(text.slice(kept, at), `[${each} ${times} times]`);
      kept = end;
    }
    at = end;
  }
  return parts.join('') + text.slice(kept);
}
