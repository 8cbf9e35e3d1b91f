/** One line of a ledger: what was asked for, and what came of it. */
export type LedgerEntry =
  | { readonly asked: string }
  | { readonly refused: string }
  | { readonly created: string; readonly name: string }
  | { readonly deleted: string };

/** Keeps the lines of a ledger beyond the end of the process, however it ends. */
export interface Journal {
  /** Returns when the entry is where a crash cannot take it. */
  write(entry: LedgerEntry): void;
}

/** Actions that the run created on the target, so that none is left there. */
export class Ledger {
  /** Ids of the actions that are there now. */
  readonly live = new Set<string>();
  /** Names of creates whose outcome is not known: they are on their way, or got no answer that tells. */
  readonly pending = new Set<string>();
  created = 0;
  deleted = 0;
  private readonly journal: Journal | undefined;

  constructor(journal?: Journal) {
    this.journal = journal;
  }

  /** How many actions may be there now. */
  get open(): number {
    return this.live.size + this.pending.size;
  }

  /** How many actions may have come about so far. */
  get begun(): number {
    return this.created + this.pending.size;
  }

  /** To be called before a create is sent: whatever happens then, its name is known. */
  noteAsked(name: string): void {
    this.pending.add(name);
    this.journal?.write({ asked: name });
  }

  /** The create brought nothing about. */
  noteRefused(name: string): void {
    if (this.pending.delete(name)) this.journal?.write({ refused: name });
  }

  noteCreated(id: string, name: string): void {
    this.pending.delete(name);
    if (this.live.has(id)) return;
    this.created += 1;
    this.live.add(id);
    this.journal?.write({ created: id, name });
  }

  /** No action bears this name. The journal does not hear of it, since a create may still arrive late. */
  noteNotFound(name: string): void {
    this.pending.delete(name);
  }

  /** An action that an earlier run left, and that cannot be deleted, takes a place as well. */
  noteLeft(id: string): void {
    this.live.add(id);
  }

  noteDeleted(id: string): void {
    if (!this.live.delete(id)) return;
    this.deleted += 1;
    this.journal?.write({ deleted: id });
  }
}
