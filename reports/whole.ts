/**
 * A message as a sentence by itself: with a capital where it begins with a word, and a full stop where it has no end. A
 * name, a place or a value at its beginning stays to the letter.
 */
export function whole(message: string): string {
  const ended = /[.!?…:]$/.test(message) ? message : `${message}.`;
  return ended.replace(/^[a-z]+(?=[ ,])/, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}
