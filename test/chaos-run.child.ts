import process from 'node:process';

import type { Access } from '../runner/preflight/tokens-for.ts';
import { survive } from './chaos-run.ts';

/** One run against a hostile target in a process of its own, which tells how many megabytes it took at the most. */
async function measure({ url, access }: { readonly url: string; readonly access: Access }): Promise<void> {
  await survive(url, access);
  process.send?.(process.resourceUsage().maxRSS / 1024);
  process.disconnect();
}

process.once('message', (target: Parameters<typeof measure>[0]) => void measure(target));
