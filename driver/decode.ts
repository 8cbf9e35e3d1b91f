import { isUtf8 } from 'node:buffer';

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a body, and whether its bytes were UTF-8 without a byte order mark. */
export function decode(bytes: Uint8Array): { readonly text: string; readonly utf8: boolean } {
  const text = lenient.decode(bytes);
  return { text, utf8: !text.startsWith('\ufeff') && isUtf8(bytes) };
}
