/** What one audit took; a child tells it on stdout as a line of JSON. */
export interface AuditCost {
  readonly bytes: number;
  /** Exchanges that were judged. */
  readonly judged: number;
  /** Of processor time, which other work on the machine does not lengthen much. */
  readonly milliseconds: number;
  /** What it takes to read the same files and search them, in milliseconds. */
  readonly bareMilliseconds: number;
  /** The most memory that the process ever held, in megabytes. */
  readonly peakMb: number;
}
