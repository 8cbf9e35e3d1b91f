/** The history cannot be used as it is: what is wrong with it, and what to do. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
  readonly hint: string;

  constructor(message: string, hint: string, options: ErrorOptions = {}) {
    super(message, options);
    this.hint = hint;
  }
}
