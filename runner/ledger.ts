/** Actions that the run created on the target, so that none is left there. */
export class Ledger {
  /** Ids of the actions that are there now. */
  readonly live = new Set<string>();
  created = 0;
  deleted = 0;

  noteCreated(id: string): void {
    this.created += 1;
    this.live.add(id);
  }

  noteDeleted(id: string): void {
    if (this.live.delete(id)) this.deleted += 1;
  }
}
