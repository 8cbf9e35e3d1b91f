/** An action, as a read or a list shows it. */
interface Seen {
  readonly id: string;
  /** Empty where the target shows none. */
  readonly name: string;
}

/** Whose an action is. */
export type Owner = 'run' | 'others';

/** Deletions that one look at everything stands for, until the next look; doubled after each, up to the most. */
const FIRST_SPAN = 16;
const LONGEST_SPAN = 64;

/**
 * What reads and lists of a run showed of the actions on its target, and so whose an action is: the run's own bear a
 * name with its mark. What a create answers proves nothing, as a target may answer with the id of another action.
 */
export class SeenActions {
  private readonly mark: string;
  private readonly owners = new Map<string, Owner>();
  /** Ids that creates were answered with. */
  private readonly given = new Set<string>();
  /** Those of them whose create asked for no name of the run, and which came once: nothing tells them from others'. */
  private readonly nameless = new Set<string>();
  /** Those of them that have to be read, whatever else is known. */
  private readonly doubted = new Set<string>();
  /** Whether the target was found to give wrong ids, or to list what is not there: its word is not taken any more. */
  private unreliable = false;
  private span = FIRST_SPAN;
  /** A name without the mark that the run asks for now. */
  private claimed: string | undefined;
  /** Deletions that the latest look at everything still stands for. */
  private left = 0;

  /** @param runMark that the names of the run's actions begin with. */
  constructor(runMark: string) {
    this.mark = `${runMark}-`.toLowerCase();
  }

  /** Whether a name is one of the run's. Some targets change the case of names, or what stands around them. */
  isOwn(name: string): boolean {
    return name.toLowerCase().includes(this.mark);
  }

  /**
   * Notes that the run is about to create an action by a name that others may use as well, or no longer. Whatever bears
   * that name and was seen before is not the run's.
   */
  claim(name: string | undefined): void {
    this.claimed = name;
  }

  /**
   * Notes the id that a create was answered with, and the name.
   *
   * @param isNamed whether the create asked for a name of the run; where the name is what is wrong, it could not.
   */
  noteGiven({ id, name }: Seen, isNamed = true): void {
    if (this.given.has(id) || !this.isOwn(name)) this.doubted.add(id);
    if (isNamed || this.given.has(id)) this.nameless.delete(id);
    else if (!this.owners.has(id)) this.nameless.add(id);
    this.given.add(id);
  }

  /** Whether an action came of a create of the run that asked for none of its names, so that it cannot be proved its own. */
  isNameless(id: string): boolean {
    return this.nameless.has(id);
  }

  /** Notes what a read or a list shows; an action without a name says nothing of its owner. */
  noteSeen({ id, name }: Seen): void {
    if (name === '') return;
    const isClaimed = name === this.claimed && this.owners.get(id) !== 'others';
    const owner = this.isOwn(name) || isClaimed ? 'run' : 'others';
    this.owners.set(id, owner);
    if (owner === 'others' && this.given.has(id) && !this.nameless.has(id)) this.unreliable = true;
  }

  /**
   * Notes a look at everything.
   *
   * @param actions all that are there; `undefined` where the target does not show all of them.
   * @param id of one that should be among them.
   */
  noteAll(actions: readonly Seen[] | undefined, id: string): void {
    for (const each of actions ?? []) this.noteSeen(each);
    if (actions?.some((each) => each.id === id) !== true) {
      this.unreliable = true;
      return;
    }
    this.left = this.span;
    this.span = Math.min(this.span * 2, LONGEST_SPAN);
  }

  /** Whose an action is; `undefined` where nothing showed it yet. */
  ownerOf(id: string): Owner | undefined {
    return this.owners.get(id);
  }

  /** Whether a look at everything would tell more than the latest one. */
  get needsLook(): boolean {
    return !this.unreliable && this.left === 0;
  }

  /**
   * Whether an action that a create was answered with is the run's, though nothing showed it: it was not there at the
   * latest look at everything, the answer bore the right name, and no id of the run was wrong yet.
   */
  vouchesFor(id: string): boolean {
    if (this.unreliable || this.left === 0 || this.doubted.has(id) || this.owners.has(id)) return false;
    this.left -= 1;
    return this.given.has(id);
  }
}
