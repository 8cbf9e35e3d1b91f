import { join } from 'node:path';

import { installPackage, type Package } from './install-package.ts';

/** Prism's command line as it is installed, or why there is none. */
export type Prism =
  | { readonly installed: true; readonly version: string; readonly entry: string }
  | { readonly installed: false; readonly reason: string };

/** Prism's command line: no dependency of this project. */
export const PRISM: Package = { name: '@stoplight/prism-cli', version: '5.16.0' };

/** Finds Prism, and fetches it where it is not there yet. */
export async function installPrism(progress: (line: string) => void): Promise<Prism> {
  const found = await installPackage(PRISM, progress);
  if (!found.installed) return found;
  const entry = join(found.folder, 'node_modules', PRISM.name, 'dist/index.js');
  return { installed: true, version: PRISM.version, entry };
}
