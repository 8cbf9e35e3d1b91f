import process from 'node:process';

import { CommanderError } from 'commander';

import { messageOf, SuiteError, TargetError } from '../driver/errors.ts';
import { visible, visibleLine } from '../reports/visible.ts';
import { environmentRedactor } from './environment.ts';
import { UnwrittenError } from './written.ts';

/** Exit codes beside those of a verdict. */
const WRONG_USAGE = 2;
const COULD_NOT_JUDGE = 3;

/**
 * Tells an error on one line of stderr, with what to do, and without secrets.
 *
 * @returns the exit code: 0 where commander threw only to stop after a help text.
 */
export function reportError(error: unknown, debug: boolean): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const redactor = environmentRedactor(process.env, process.argv);
  const lines = [`actions-conformance: ${visibleLine(redactor.text(lineFor(error)))}`];
  if (debug && error instanceof Error) lines.push(visible(redactor.text(error.stack ?? '')));
  process.stderr.write(`${lines.join('\n')}\n`);
  // What nobody foresaw is a mistake of the suite: it says nothing about the target.
  if (error instanceof TargetError || error instanceof UnwrittenError) return COULD_NOT_JUDGE;
  return error instanceof SuiteError || hasHint(error) ? WRONG_USAGE : COULD_NOT_JUDGE;
}

function lineFor(error: unknown): string {
  if (error instanceof SuiteError)
    return error.hint === '' ? error.message : `${error.message}. ${error.hint}`;
  if (hasHint(error)) return `${error.message}. ${error.hint}`;
  return `a mistake in the suite itself: ${messageOf(error)}. Run again with --debug and report what it prints.`;
}

/** Errors of the mock tenant know what to do as well, though that room imports nothing from here. */
function hasHint(error: unknown): error is Error & { readonly hint: string } {
  return error instanceof Error && 'hint' in error && typeof error.hint === 'string';
}
