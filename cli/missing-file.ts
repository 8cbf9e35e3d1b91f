import { UsageError } from '../driver/errors.ts';
import { codeOf } from './code-of.ts';

/** Passes over an error that says something else than that a file is not there. */
export function assertThere(path: string, error: unknown, hint: string): void {
  if (codeOf(error) !== 'ENOENT') return;
  throw new UsageError('NO_SUCH_FILE', `there is no file ${path}`, hint, { cause: error });
}
