const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a body, and whether its bytes were UTF-8 without a byte order mark. */
export function decode(bytes: Uint8Array): { readonly text: string; readonly utf8: boolean } {
  const text = lenient.decode(bytes);
  // A decoder that keeps the byte order mark gives the very bytes back, unless some were not UTF-8.
  return { text, utf8: !text.startsWith('\ufeff') && Buffer.from(text, 'utf-8').equals(bytes) };
}
