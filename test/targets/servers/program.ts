import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Starting } from '../../../bench/children.ts';
import { apiDescription } from '../api-description.ts';
import { apiExamples } from '../api-examples.ts';
import type { Place } from '../third-party.ts';

const PROGRAMS = new URL('../programs/', import.meta.url);

/**
 * A short program of ours around a library: it runs beside the library's files, which it imports as any user's program
 * does, and is given the port and an OpenAPI document.
 */
export async function program(
  name: string,
  { installed, scratch, port }: Place,
): Promise<Omit<Starting, 'name'>> {
  const file = join(installed, name);
  await copyFile(fileURLToPath(new URL(name, PROGRAMS)), file);
  const document = join(scratch, 'openapi.json');
  await writeFile(document, await apiDescription(await apiExamples()));
  return { args: [file, String(port), document] };
}
