import { SuiteError } from '../driver/errors.ts';

/** The files that a command wrote, and those that it could not write: none of them costs the others. */
export class Written {
  /** Their paths. */
  readonly files: string[] = [];
  private readonly lost: SuiteError[] = [];

  /**
   * Waits for files to be written. That they cannot be is told by {@link assertAll}.
   *
   * @throws whatever went wrong but for that.
   */
  async add(writing: Promise<string | readonly string[]>): Promise<void> {
    try {
      this.files.push(...[await writing].flat());
    } catch (error) {
      if (!(error instanceof SuiteError) || error.code !== 'UNWRITABLE') throw error;
      this.lost.push(error);
    }
  }

  /** @throws UnwrittenError for what could not be written, once all else is done. */
  assertAll(): void {
    const [first] = this.lost;
    if (first === undefined) return;
    const messages = [...new Set(this.lost.map(({ message }) => message))];
    throw new UnwrittenError(first.code, messages.join('; '), first.hint, { cause: first });
  }
}

/** What was found out could not be kept: exit code 3, since it says nothing of how the command was used. */
export class UnwrittenError extends SuiteError {
  override readonly name = 'UnwrittenError';
}
