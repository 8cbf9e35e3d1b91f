import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { launchBrowser } from './launch-browser.ts';

// Draws the README's picture anew: the report of a run against a tenant that writes names in lower case.
const CLI = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
const PICTURE = fileURLToPath(new URL('../docs/report.png', import.meta.url));

const dir = await mkdtemp(join(tmpdir(), 'picture-'));
const browser = await launchBrowser();
try {
  // It ends with 1, as it should: the tenant is faulty.
  await new Promise((resolve) => {
    const run = [CLI, 'run', '--target', 'mock:lower-cases-names', '--report-dir', dir];
    execFile(process.execPath, run, { cwd: dir }, resolve);
  });
  const page = await browser.newPage({ viewport: { width: 1180, height: 1180 }, colorScheme: 'light' });
  await page.goto(pathToFileURL(join(dir, 'report.html')).href);
  await page.screenshot({ path: PICTURE });
} finally {
  await browser.close();
  await rm(dir, { recursive: true, force: true });
}
