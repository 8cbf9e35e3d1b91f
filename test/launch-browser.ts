import { chromium, type Browser } from 'playwright-core';

import { findBrowser } from './find-browser.ts';

/**
 * Starts the browser of this machine.
 *
 * @throws Error where there is none.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error('there is no Chromium on this machine; name one in CHROME_PATH');
  }
  // In a container the superuser runs the tests, to whom Chromium refuses its sandbox, and shared memory is scarce.
  return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
