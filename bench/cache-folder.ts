import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/**
 * Where programs that this project only compares itself with are kept, outside the checkout: one download serves every
 * checkout, and no other tool of the project looks in there. It may be deleted at any time.
 */
export function cacheFolder(name: string): string {
  const base = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(base, 'actions-conformance', 'peers', name);
}
