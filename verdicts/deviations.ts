import type { Operation } from '../contracts/exercise.ts';
import type { Deviation } from './audit-summary.ts';

/** One exchange that shows a deviation. */
export type Sighting = Omit<Deviation, 'values' | 'count' | 'of' | 'files' | 'first' | 'last'> & {
  readonly file: string;
  readonly value: string;
  /** What counts, within the operation, the exchanges that could have shown it. */
  readonly basis: string;
  /** ISO date and time, where it is known. */
  readonly at?: string;
};

/** In the order in which a reader looks for them. */
const OPERATIONS: readonly Operation[] = ['create', 'read', 'update', 'list', 'deploy', 'delete'];

/** Distinct values of one deviation that are worth reading. */
const MOST_VALUES = 5;

/** A deviation as its first exchange showed it, and what has come to it since. */
interface Collected {
  readonly seen: Omit<Sighting, 'file' | 'value' | 'at' | 'basis'>;
  readonly basis: string;
  readonly values: Set<string>;
  count: number;
  files: number;
  lastFile?: string;
  first?: string;
  last?: string;
}

/** Collects deviations: distinct ones with counts and dates, in memory that does not grow with the traffic. */
export class Deviations {
  private readonly collected = new Map<string, Collected>();
  private readonly pointers = new Set<string>();
  private readonly bases = new Map<Operation, Map<string, number>>(
    OPERATIONS.map((operation) => [operation, new Map()]),
  );

  /** Notes that an exchange could have shown whatever this counts for. */
  count(operation: Operation, basis: string): void {
    const counts = this.bases.get(operation);
    counts?.set(basis, (counts.get(basis) ?? 0) + 1);
  }

  /**
   * Notes that an exchange shows a deviation.
   *
   * @returns whether it is the first one to do so.
   */
  note({ file, value, at, basis, ...seen }: Sighting): boolean {
    const { by, cause, operation, waiver, exchange } = seen;
    const key = JSON.stringify([by, cause, operation, waiver]);
    const before = this.collected.get(key);
    const known: Collected = before ?? { seen, basis, values: new Set(), count: 0, files: 0 };
    if (before === undefined) {
      this.collected.set(key, known);
      this.pointers.add(exchange);
    }
    known.count += 1;
    // Files come one after the other.
    if (known.lastFile !== file) known.files += 1;
    known.lastFile = file;
    if (known.values.size < MOST_VALUES) known.values.add(value);
    if (at !== undefined) {
      if (known.first === undefined || at < known.first) known.first = at;
      if (known.last === undefined || at > known.last) known.last = at;
    }
    return before === undefined;
  }

  /** Whether a deviation points to an exchange. */
  shows(exchange: string): boolean {
    return this.pointers.has(exchange);
  }

  /** Every distinct deviation, what weighs most first. */
  list(): readonly Deviation[] {
    return [...this.collected.values()]
      .map(({ seen, basis, values, count, files, first, last }) => ({
        ...seen,
        values: [...values],
        count,
        of: Math.max(count, this.bases.get(seen.operation)?.get(basis) ?? 0),
        files,
        ...(first === undefined ? {} : { first }),
        ...(last === undefined ? {} : { last }),
      }))
      .toSorted((a, b) => weightOf(a) - weightOf(b) || b.count - a.count);
  }
}

/** The target's before the client's; a MUST before a SHOULD before what is known before what is told. */
function weightOf({ by, level, waiver, operation }: Deviation): number {
  const side = by === 'target' ? 0 : 100;
  const binding = waiver !== undefined ? 3 : level === undefined ? 4 : level === 'MUST' ? 1 : 2;
  return side + binding * 10 + OPERATIONS.indexOf(operation);
}
