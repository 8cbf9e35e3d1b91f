import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** Names under which Chromium and its kin are installed. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a browser: what `CHROME_PATH` names, or the first on the search path; `undefined` where there is none. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = env['PATH']?.split(delimiter) ?? [];
  const named = env['CHROME_PATH'];
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...(named === undefined || named === '' ? [] : [named]), ...candidates].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
