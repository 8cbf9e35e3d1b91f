#!/usr/bin/env node
import process from 'node:process';

import { checkNodeVersion } from './check-node-version.ts';
import { reportError } from './report-error.ts';
import { program } from './program.ts';

checkNodeVersion();

try {
  await program().parseAsync(process.argv);
} catch (error) {
  process.exitCode = reportError(error, process.argv.includes('--debug'));
}
