#!/usr/bin/env node
import process from 'node:process';

import { checkNodeVersion } from './check-node-version.ts';
import { loadEnvFile } from './load-env-file.ts';
import { reportError } from './report-error.ts';
import { program } from './program.ts';

checkNodeVersion();

// A reader that has seen enough, such as `head`, closes the pipe: there is nobody left to tell anything.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  loadEnvFile(process.argv);
  await program().parseAsync(process.argv);
} catch (error) {
  process.exitCode = reportError(error, process.argv.includes('--debug'));
}
