import type { LedgerEntry } from './ledger.ts';

/** What a ledger leaves open, entry by entry; it holds no more than that. */
export class OpenEntries {
  /** Actions that were created and not deleted: by id the name that was asked for. */
  readonly ids = new Map<string, string>();
  /** A name may be asked for several times: each of them has to be accounted for. */
  private readonly asked = new Map<string, number>();

  /** Names that were asked for, without anybody having heard what came of it. */
  get names(): ReadonlySet<string> {
    return new Set([...this.asked].filter(([, times]) => times > 0).map(([name]) => name));
  }

  note(entry: LedgerEntry): void {
    if ('asked' in entry) this.count(entry.asked, 1);
    else if ('refused' in entry) this.count(entry.refused, -1);
    else if ('deleted' in entry) this.ids.delete(entry.deleted);
    else {
      this.count(entry.name, -1);
      this.ids.set(entry.created, entry.name);
    }
  }

  private count(name: string, by: number): void {
    const times = (this.asked.get(name) ?? 0) + by;
    if (times === 0) this.asked.delete(name);
    else this.asked.set(name, times);
  }
}
