import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';

import type { Redactor } from '../driver/redaction.ts';

/** Characters that are kept from one piece of a file to the next: a secret may lie across both. */
const OVERLAP = 16_384;

/**
 * Searches what a run wrote for every secret that it knows, in every encoding that it masks. It should find none: it is
 * there for the day on which something is written past the redaction.
 *
 * @throws Error for the files that hold one; each of them is deleted.
 */
export async function searchSecrets(files: readonly string[], redactor: Redactor): Promise<void> {
  const deleted: string[] = [];
  for (const file of files) {
    if (!(await holdsSecret(file, redactor))) continue;
    await rm(file);
    deleted.push(file);
  }
  if (deleted.length === 0) return;
  const fate = deleted.length === 1 ? 'which was deleted' : 'which were deleted';
  throw new Error(`a secret stood in ${deleted.join(' and in ')}, ${fate}`);
}

async function holdsSecret(file: string, redactor: Redactor): Promise<boolean> {
  let before = '';
  for await (const piece of createReadStream(file, 'utf-8')) {
    const text = before + String(piece);
    if (redactor.reveals(text)) return true;
    before = text.slice(-OVERLAP);
  }
  return false;
}
