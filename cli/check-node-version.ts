import process from 'node:process';

import packageJson from '../package.json' with { type: 'json' };

/**
 * Ends the process where Node is older than `engines` in package.json asks: an older one fails somewhere inside a
 * library, in words that help nobody. To be called before anything is loaded that needs it.
 */
export function checkNodeVersion(): void {
  const needed = packageJson.engines.node.replace('>=', '');
  const isNewEnough = process.versions.node.localeCompare(needed, 'en', { numeric: true }) >= 0;
  if (isNewEnough) return;
  process.stderr.write(
    `actions-conformance: Node ${needed} or newer is needed, and this is ${process.versions.node}. ` +
      'Add one to the project with: npm install --save-dev node@24\n',
  );
  process.exit(2);
}
