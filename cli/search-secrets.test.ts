import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { Redactor } from '../driver/redaction.ts';
import { searchSecrets } from './search-secrets.ts';

const SECRET = 'a "canary" of 32 characters/long';
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'conformance-'));
});
afterEach(() => rm(dir, { recursive: true }));

/** Searches two files, the second with this text; gives what was said of it and what is left. */
async function search(text: string): Promise<{ readonly said: string; readonly left: readonly string[] }> {
  const redactor = new Redactor();
  redactor.learn(SECRET);
  const files = [join(dir, 'clean'), join(dir, 'other')];
  for (const [index, file] of files.entries()) await writeFile(file, index === 0 ? 'nothing to see' : text);
  const said = await searchSecrets(files, redactor).then(() => 'nothing', String);
  return { said, left: await readdir(dir) };
}

it.each([
  ['plain', SECRET],
  ['escaped for JSON', JSON.stringify({ value: SECRET })],
  ['escaped for a URL', encodeURIComponent(SECRET)],
  ['in base64', Buffer.from(`x${SECRET}y`).toString('base64')],
  // Files are read in pieces of 64 KiB.
  ['across two pieces', `${'é'.repeat(32_760)}${SECRET}${' '.repeat(100_000)}`],
])('a secret %s is found, and its file deleted', async (_, text) => {
  const { said, left } = await search(text);
  expect(said).toMatch(/a secret stood in \S+other, which was deleted$/);
  expect(left).toEqual(['clean']);
});

it('what holds none stays', async () => {
  expect(await search('[redacted]')).toEqual({ said: 'nothing', left: ['clean', 'other'] });
});
