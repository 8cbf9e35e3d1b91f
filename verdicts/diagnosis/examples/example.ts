import type { Report } from '../../report.ts';

/** A report that makes a rule tell its cause, and one that only looks like it. */
export interface Example {
  readonly rule: string;
  readonly faulty: Pick<Report, 'requirements' | 'exchanges'>;
  readonly says: RegExp;
  readonly explains: readonly string[];
  /** What looks like it, and is not. */
  readonly unlucky: Pick<Report, 'requirements' | 'exchanges'>;
}
