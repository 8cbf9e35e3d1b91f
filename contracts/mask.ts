/** What stands where a secret stood. */
export const MASK = '[redacted]';

/** A text with the mask in the place of each of these. Where one begins with another, the longer has to come first. */
export const masked = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((clean, secret) => clean.replaceAll(secret, MASK), text);
