/** What a user can do something about, told in one line with what to do. */
export class SuiteError extends Error {
  override readonly name: string = 'SuiteError';
  readonly code: string;
  /** What to do about it: one sentence, or nothing where the message says it all. */
  readonly hint: string;

  constructor(code: string, message: string, hint = '', options: ErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.hint = hint;
  }
}

/** The command line, the environment or a file is not what it should be: exit code 2. */
export class UsageError extends SuiteError {
  override readonly name = 'UsageError';
}

/** The target cannot be judged at all: unreachable, or it refuses the credentials. Exit code 3. */
export class TargetError extends SuiteError {
  override readonly name = 'TargetError';
}

/** The tenant refused a request of the client, with this HTTP status. */
export class ApiError extends SuiteError {
  override readonly name = 'ApiError';
  readonly status: number;

  /** @param code the `errorCode` of the refusal, or its status where it has none. */
  constructor(status: number, code: string, message: string) {
    super(code, message);
    this.status = status;
  }
}

/** What went wrong, in words: whatever is thrown, by whomever. */
export const messageOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);
