import type { RunEvent } from '../runner/events.ts';

/** Tells a finding that nobody waived from one like it before: a fault in every answer is found hundreds of times. */
export class DistinctFindings {
  private readonly seen = new Set<string>();
  /** How many there were, each as often as it came. */
  total = 0;

  get size(): number {
    return this.seen.size;
  }

  isNew({ finding }: Extract<RunEvent, { kind: 'finding' }>): boolean {
    if (finding.waiver !== undefined) return false;
    this.total += 1;
    const before = this.seen.size;
    this.seen.add(finding.cause);
    return this.seen.size > before;
  }
}
