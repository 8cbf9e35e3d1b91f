/**
 * The forms in which a secret's value may stand in a text: as it is, in lower case as names of headers come, escaped for
 * JSON or a URL, in hexadecimal, and in base64, also where it is only a part of what was encoded.
 */
export function formsOf(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  const plain = [
    value,
    value.toLowerCase(),
    encodeURIComponent(value.toWellFormed()),
    JSON.stringify(value).slice(1, -1),
    bytes.toString('hex'),
  ];
  return [...new Set([...plain, ...inBase64(bytes, 'base64'), ...inBase64(bytes, 'base64url')])];
}

/**
 * What these bytes make in base64 after 0, 1 or 2 other bytes: all of its characters, where nothing follows, and those
 * that no byte after them can change.
 */
function inBase64(bytes: Buffer, encoding: 'base64' | 'base64url'): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString(encoding);
    const first = Math.ceil((before * 4) / 3);
    const certain = Math.floor(((before + bytes.length) * 4) / 3);
    return [encoded.slice(first).replace(/=+$/, ''), encoded.slice(first, certain)];
  });
}
