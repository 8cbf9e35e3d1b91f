#!/usr/bin/env node
import process from 'node:process';

import { reportError } from './report-error.ts';
import { program } from './program.ts';

try {
  await program().parseAsync(process.argv);
} catch (error) {
  process.exitCode = reportError(error, process.argv.includes('--debug'));
}
