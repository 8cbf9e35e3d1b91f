import type { Operation } from '../../contracts/exercise.ts';
import { Spending } from '../../driver/spending.ts';
import type { Skipped } from '../../verdicts/audit-summary.ts';

/** Skipped files and entries that a report names. */
const MOST_SKIPPED = 100;

/** What an audit counts as it goes. */
export class AuditTotals {
  readonly files = { given: 0, relevant: 0, unreadable: 0 };
  entries = 0;
  bytes = 0;
  created = 0;
  deleted = 0;
  outside = 0;
  undated = 0;
  skippedTotal = 0;
  readonly skipped: Skipped[] = [];
  readonly formats: Record<string, number> = {};
  readonly origins = new Map<string, number>();
  readonly operations: Record<Operation, number> = {
    create: 0,
    read: 0,
    list: 0,
    update: 0,
    deploy: 0,
    delete: 0,
  };
  /** The requests that were judged. */
  readonly spending = new Spending();

  /** Called with each file or entry as it is passed over. */
  onSkip: (skipped: Skipped) => void = () => undefined;

  get judged(): number {
    return this.spending.total;
  }

  skip(skipped: Skipped): void {
    this.onSkip(skipped);
    this.skippedTotal += 1;
    if (this.skipped.length < MOST_SKIPPED) this.skipped.push(skipped);
  }

  noteFormat(format: string): void {
    this.formats[format] = (this.formats[format] ?? 0) + 1;
  }

  /** Notes that an operation succeeded. */
  noteDone(operation: Operation): void {
    if (operation === 'create') this.created += 1;
    if (operation === 'delete') this.deleted += 1;
  }

  noteOrigin(origin: string): void {
    this.origins.set(origin, (this.origins.get(origin) ?? 0) + 1);
  }

  /** The tenants that answered, the most frequent first. */
  tenants(): readonly string[] {
    return [...this.origins].toSorted(([, a], [, b]) => b - a).map(([origin]) => origin);
  }
}
