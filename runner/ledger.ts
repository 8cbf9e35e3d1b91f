import type { Fate } from './fate.ts';

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
  /** Ids of the actions that are there now, each with the name that its create asked for, where that is known. */
  readonly live = new Map<string, string | undefined>();
  /** Names of creates whose outcome is not known: they are on their way, or got no answer that tells. */
  readonly pending = new Set<string>();
  /** Those of them whose create was answered, with an id that nothing has. */
  private readonly answered = new Set<string>();
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
    this.live.set(id, name);
    this.journal?.write({ created: id, name });
  }

  /** No action bears this name. A create that got no answer may still arrive late, and so the journal keeps its name. */
  noteNotFound(name: string): void {
    if (this.answered.delete(name)) this.noteRefused(name);
    this.pending.delete(name);
  }

  /** An action that an earlier run left, and that cannot be deleted, takes a place as well. */
  noteLeft(id: string): void {
    this.live.set(id, undefined);
  }

  /**
   * Notes what became of an action.
   *
   * @returns the name of one that was not there, to look for: a target may answer a create with the id of another
   *   action, or of none.
   */
  noteFate(id: string, fate: Fate): string | undefined {
    if (fate === 'left' || !this.live.has(id)) return undefined;
    const name = this.live.get(id);
    this.live.delete(id);
    this.deleted += 1;
    this.journal?.write({ deleted: id });
    if (fate === 'deleted' || name === undefined) return undefined;
    this.noteAsked(name);
    this.answered.add(name);
    return name;
  }
}
