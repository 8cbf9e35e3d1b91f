import process from 'node:process';

import type { Redactor } from '../driver/redaction.ts';

/**
 * Prints what a command found out. No secret should be in it: this is there for the day on which one is.
 *
 * @throws Error for a text that holds one; nothing of it is printed.
 */
export function print(text: string, redactor: Redactor): void {
  if (redactor.reveals(text)) throw new Error('a secret stood in what was to be printed, and so nothing was');
  process.stdout.write(text);
}
