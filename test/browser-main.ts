import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { findBrowser } from './find-browser.ts';

// Tries the pages in a real browser. A machine without one is told so, in words that nobody overlooks.
if (findBrowser() === undefined) {
  process.stderr.write(
    [
      '',
      '!! NOT RUN: the tests of the pages need Chromium or Chrome, and there is none on this machine.',
      '!! Install one (Debian: apt-get install chromium), or name it in CHROME_PATH.',
      '',
      '',
    ].join('\n'),
  );
} else {
  const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
  const args = [vitest, 'run', '--project', 'browser', ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
}
