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
  /** Ids of the actions that are there now, each with the name that its create asked for. */
  readonly live = new Map<string, string>();
  /** Names of creates whose outcome is not known: they are on their way, or got no answer that tells. */
  readonly pending = new Set<string>();
  /** Those of them whose create was answered, with an id that is not its own. */
  private readonly answered = new Set<string>();
  /** Actions of the run that were deleted, with their names. */
  private readonly gone = new Map<string, string>();
  /** Ids of actions that earlier runs left, and that could not be deleted. */
  private readonly earlier = new Set<string>();
  /** Ids and names that are given up, and take no place any more. */
  private readonly aside = new Set<string>();
  private accepted = 0;
  deleted = 0;
  /** What was known when everything that the target lists was seen. */
  private seenAt = '';
  private readonly journal: Journal | undefined;

  constructor(journal?: Journal) {
    this.journal = journal;
  }

  /** How many actions of the run were there, as far as it was seen: they were deleted, or are there still. */
  get created(): number {
    return this.deleted + this.live.size;
  }

  /** How many places actions may take now, but for those that are given up. */
  get open(): number {
    const all = [...this.live.keys(), ...this.pending, ...this.earlier];
    return all.filter((each) => !this.aside.has(each)).length;
  }

  /** How many of these are of earlier runs. */
  get leftEarlier(): number {
    return [...this.earlier].filter((id) => !this.aside.has(id)).length;
  }

  /** How many actions may have come about so far. */
  get begun(): number {
    return this.accepted + this.pending.size;
  }

  /** To be called before a create is sent: whatever happens then, its name is known. */
  noteAsked(name: string): void {
    this.pending.add(name);
    this.journal?.write({ asked: name });
  }

  /** The create brought nothing about. */
  noteRefused(name: string): void {
    if (this.strike(name)) this.journal?.write({ refused: name });
  }

  noteCreated(id: string, name: string): void {
    this.strike(name);
    if (this.live.has(id)) return;
    this.accepted += 1;
    this.live.set(id, name);
    this.journal?.write({ created: id, name });
  }

  /** No action bears this name. A create that got no answer may still arrive late, and so the journal keeps its name. */
  noteNotFound(name: string): void {
    if (this.answered.delete(name)) {
      this.noteRefused(name);
      this.accepted += 1;
    }
    this.strike(name);
  }

  /** An action that an earlier run left, and that cannot be deleted, takes a place as well. */
  noteLeft(id: string): void {
    this.earlier.add(id);
  }

  /** Gives up an action, or a name that is looked for: on a machine of one's own the run goes on without the place. */
  setAside(what: string): void {
    this.aside.add(what);
  }

  /** An action of the run is deleted. */
  noteDeleted(id: string): void {
    const name = this.remove(id);
    if (name === undefined) return;
    this.deleted += 1;
    this.gone.set(id, name);
  }

  /**
   * An action is not there, or is not the run's: a target may answer a create with the id of another, or of none.
   *
   * @returns the name that was asked for, which is to be looked for.
   */
  noteNone(id: string): string | undefined {
    const name = this.remove(id);
    if (name === undefined) return undefined;
    this.accepted -= 1;
    this.noteAsked(name);
    this.answered.add(name);
    return name;
  }

  /** Whether an action is taken to be deleted. */
  wasDeleted(id: string): boolean {
    return this.gone.has(id);
  }

  /** An action that was taken to be deleted is there still. */
  noteBack(id: string): void {
    const name = this.gone.get(id);
    if (name === undefined) return;
    this.gone.delete(id);
    this.deleted -= 1;
    this.live.set(id, name);
    // In a ledger each of them is accounted for by a create that was asked for.
    this.journal?.write({ asked: name });
    this.journal?.write({ created: id, name });
  }

  /** Everything that the target lists was seen, and no action of the run that this does not know of. */
  noteAllSeen(): void {
    this.seenAt = this.state;
  }

  /** Whether one more look at everything could tell anything. */
  get needsLook(): boolean {
    return this.begun > 0 && (this.live.size + this.pending.size > 0 || this.seenAt !== this.state);
  }

  private get state(): string {
    return `${this.begun} ${this.deleted}`;
  }

  private remove(id: string): string | undefined {
    const name = this.live.get(id);
    if (name === undefined) return undefined;
    this.live.delete(id);
    this.aside.delete(id);
    this.journal?.write({ deleted: id });
    return name;
  }

  private strike(name: string): boolean {
    this.aside.delete(name);
    return this.pending.delete(name);
  }
}
