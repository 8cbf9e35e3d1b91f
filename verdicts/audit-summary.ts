import type { Operation } from '../contracts/exercise.ts';
import type { Level } from '../contracts/requirement.ts';

/** A way in which recorded traffic departs from the document: each once, however often it was recorded. */
export interface Deviation {
  /** Who departs from it: the tenant that answered, or the client that asked. */
  readonly by: 'target' | 'client';
  /** What is the same for the same deviation in every audit. */
  readonly cause: string;
  /** Level of the requirement that it breaks; absent where none speaks of it, and it is told as information. */
  readonly level?: Level;
  /** Name of the known deviation that it is an instance of. */
  readonly waiver?: string;
  readonly operation: Operation;
  /** One sentence, of the first exchange that showed it. */
  readonly message: string;
  /** JSON Pointer into the body, `header <name>`, or `status`. */
  readonly path: string;
  /** Values that were there, as JSON text: distinct ones, at most a handful. */
  readonly values: readonly string[];
  /** Exchanges that show it. */
  readonly count: number;
  /** Exchanges that could have shown it. */
  readonly of: number;
  /** Recordings that show it. */
  readonly files: number;
  /** ISO dates and times of the first and the last; absent where no recording tells. */
  readonly first?: string;
  readonly last?: string;
  /** Id of the first exchange, in the report's `exchanges`. */
  readonly exchange: string;
}

/** A file, or an entry of one, that was passed over. */
export interface Skipped {
  readonly file: string;
  /** Counts from 1; absent where the whole file is meant. */
  readonly entry?: number;
  readonly reason: string;
}

/** What an audit of recordings went through, and every distinct deviation that it found. */
export interface AuditSummary {
  readonly files: {
    readonly given: number;
    /** Files with an exchange that was judged. */
    readonly relevant: number;
    readonly unreadable: number;
  };
  /** Entries of any kind in all files. */
  readonly entries: number;
  readonly bytes: number;
  /** Exchanges that were judged, by the format of their recording. */
  readonly formats: Readonly<Record<string, number>>;
  /** Exchanges that were judged, by operation. */
  readonly operations: Readonly<Record<Operation, number>>;
  /** Exchanges left out by `--since` and `--until`, and those left out because nothing tells when they were. */
  readonly outside: number;
  readonly undated: number;
  readonly since?: string;
  readonly until?: string;
  readonly deviations: readonly Deviation[];
  /** At most a hundred. */
  readonly skipped: readonly Skipped[];
  readonly skippedTotal: number;
}
