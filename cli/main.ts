#!/usr/bin/env node
import process from 'node:process';

import { checkNodeVersion } from './check-node-version.ts';
import { isDebug } from './command-line/is-debug.ts';
import { start } from './command-line/start.ts';
import { reportError } from './report-error.ts';

checkNodeVersion();

// A reader that has seen enough, such as `head`, closes the pipe, and a file may take no more. What is under way comes to
// its end all the same: actions are deleted, and reports written.
process.stderr.on('error', () => undefined);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A closed terminal takes nothing either, and nobody is there to be told.
  if (error.code === 'EPIPE' || error.code === 'EIO') return;
  process.stderr.write(`actions-conformance: the output cannot be written: ${error.message}\n`);
  process.exitCode = 2;
});

try {
  await start(process.argv.slice(2));
} catch (error) {
  process.exitCode = reportError(error, isDebug(process.argv, process.env));
}
