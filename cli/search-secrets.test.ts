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

/** Searches files that hold these texts; gives what was said of them and which are left. */
async function search(
  texts: Readonly<Record<string, string>>,
): Promise<{ readonly said: string; readonly left: readonly string[] }> {
  const redactor = new Redactor();
  redactor.learn(SECRET);
  for (const [name, text] of Object.entries(texts)) await writeFile(join(dir, name), text);
  const files = Object.keys(texts).map((name) => join(dir, name));
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
  const { said, left } = await search({ clean: 'nothing to see', other: text });
  expect(said).toMatch(/a secret stood in \S+other, which was deleted$/);
  expect(left).toEqual(['clean']);
});

it('what holds none stays', async () => {
  const texts = { clean: 'nothing to see', other: '[redacted]' };
  expect(await search(texts)).toEqual({ said: 'nothing', left: ['clean', 'other'] });
});

it('every file is searched, and all that hold one are deleted and named', async () => {
  const { said, left } = await search({ one: SECRET, clean: 'nothing to see', other: `<${SECRET}>` });
  expect(said).toMatch(/a secret stood in \S+one and in \S+other, which were deleted$/);
  expect(left).toEqual(['clean']);
});
