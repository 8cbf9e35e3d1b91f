import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, expect, it, vi } from 'vitest';

import { makeTemporaryFolder } from './temporary-folder.ts';

afterEach(() => vi.unstubAllEnvs());

it('is a folder of its own', async () => {
  const folder = await makeTemporaryFolder('example-');
  expect((await stat(folder)).isDirectory()).toBe(true);
  await rm(folder, { recursive: true });
});

it('that cannot be made says what to do', async () => {
  vi.stubEnv('TMPDIR', join(import.meta.dirname, 'missing'));
  await expect(makeTemporaryFolder('example-')).rejects.toMatchObject({
    code: 'NO_TEMPORARY_FOLDER',
    hint: 'Set TMPDIR to a folder with room.',
  });
});
