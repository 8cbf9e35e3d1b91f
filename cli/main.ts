#!/usr/bin/env node
import process from 'node:process';

import { checkNodeVersion } from './check-node-version.ts';
import { loadEnvFile } from './load-env-file.ts';
import { reportError } from './report-error.ts';
import { program } from './program.ts';

checkNodeVersion();

// A reader that has seen enough, such as `head`, closes the pipe, and a file may take no more. What is under way comes to
// its end all the same: actions are deleted, and reports written.
process.stderr.on('error', () => undefined);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`actions-conformance: the output cannot be written: ${error.message}\n`);
  process.exitCode = 2;
});

try {
  loadEnvFile(process.argv);
  await program().parseAsync(process.argv);
} catch (error) {
  process.exitCode = reportError(error, process.argv.includes('--debug'));
}
