import { refused, succeeded } from '../../contracts/http-status.ts';
import type { Exchange } from '../../driver/exchange.ts';

/** How often one action is tried while the run goes on: on this machine, and where others live. */
const ATTEMPTS_HERE = 2;
const ATTEMPTS_ON_A_TENANT = 3;

/** Failures in a row after which the target is taken to delete nothing. */
const IN_A_ROW = 3;

/** Requests that may be in vain, and the share of all that have been sent which may be so beyond. */
const FREE = 4;
const SHARE = 0.12;

/** Why something could not be cleaned up, and what shows it. */
interface CleaningTrouble {
  readonly reason: string;
  readonly exchanges: readonly Exchange[];
}

/**
 * How cleaning up goes in a run. It is tried a bounded number of times: for each action, and for all of them together, so
 * that a target which deletes nothing does not cost the run its requests.
 */
export class Cleaning {
  private readonly attempts = new Map<string, number>();
  private mostAttempts: number;
  private inARow = 0;
  private inVain = 0;
  private hasWorked = false;
  private first: CleaningTrouble | undefined;
  private kept: string | undefined;
  /** What was sent to delete an action, by its id. */
  private readonly asked = new Map<string, readonly Exchange[]>();
  /** Statuses that are taken to mean that an action is deleted: what was seen to delete, and here the documented one. */
  private readonly trusted: Set<number>;
  private lies = false;

  /** @param isShared whether others live on the target. */
  constructor(isShared: boolean) {
    this.mostAttempts = isShared ? ATTEMPTS_ON_A_TENANT : ATTEMPTS_HERE;
    this.trusted = new Set(isShared ? [] : [204]);
  }

  /** The first thing that could not be done; `undefined` while all went well. */
  get trouble(): CleaningTrouble | undefined {
    return this.first;
  }

  /** Why actions are left that nothing was tried at; `undefined` where there are none. */
  get reasonToKeep(): string | undefined {
    return this.kept;
  }

  /** How often something was tried in vain. */
  attemptsAt(what: string): number {
    return this.attempts.get(what) ?? 0;
  }

  /**
   * Whether something may be tried, once more perhaps.
   *
   * @param what id of an action, or the name of one that is looked for.
   * @param spent requests sent so far.
   */
  mayTry(what: string, spent: number): boolean {
    return (
      this.attemptsAt(what) < this.mostAttempts &&
      this.inARow < IN_A_ROW &&
      this.inVain < FREE + spent * SHARE
    );
  }

  /** Notes that something came to nothing: these exchanges were in vain. */
  noteFailure(what: string, reason: string, exchanges: readonly Exchange[]): void {
    this.attempts.set(what, this.attemptsAt(what) + 1);
    // Whoever waited out a rate limit has waited long enough.
    const isRateLimited = exchanges.some(({ trouble }) => trouble?.kind === 'rate-limited');
    this.inARow = isRateLimited ? IN_A_ROW : this.inARow + 1;
    this.inVain += exchanges.length;
    this.first ??= { reason, exchanges };
  }

  /** Notes that an action is left there, as nobody can prove whose it is: trying again would not change that. */
  noteKept(id: string, reason: string): void {
    this.attempts.set(id, Infinity);
    this.kept ??= reason;
  }

  /** Whether an answer with this status to a deletion is taken at its word. */
  trusts(status: number): boolean {
    return this.trusted.has(status);
  }

  /** Whether an action was asked to be deleted before, and may have been. */
  wasAsked(id: string): boolean {
    return this.asked.has(id);
  }

  /** Notes what was sent to delete an action. */
  noteAsked(id: string, exchanges: readonly Exchange[]): void {
    const [{ answer, trouble } = {}] = exchanges;
    if (trouble === undefined && refused(answer?.status ?? 0)) return;
    this.asked.set(id, exchanges);
  }

  /**
   * Notes that an action is there which the target said it had deleted. From now on each deletion is looked at.
   *
   * @param shown that shows it.
   */
  noteLie(id: string, shown: Exchange): void {
    const exchanges = this.asked.get(id) ?? [];
    const [deletion] = exchanges;
    this.lies = true;
    this.trusted.clear();
    const status = deletion?.answer?.status ?? 204;
    this.first ??= {
      reason: `DELETE answers ${status} and leaves the action there`,
      exchanges: [...exchanges, shown],
    };
  }

  /** Notes that an action was deleted, by an answer with this status; a look that confirmed it stands for others. */
  noteDeleted(status: number): void {
    // An error of the server's own promises nothing, though it deleted this one.
    if (!this.lies && succeeded(status)) this.trusted.add(status);
    this.inARow = 0;
    this.hasWorked = true;
  }

  /** Takes over what went wrong when earlier runs were swept. */
  noteTrouble(trouble: CleaningTrouble | undefined): void {
    this.first ??= trouble;
  }

  /** Notes requests that told nothing, though nothing failed. */
  noteVain(count: number): void {
    this.inVain += count;
  }

  /** The run is at its end: what is left is tried once more, until one failure shows that nothing is ever deleted. */
  beginLast(): void {
    this.mostAttempts += 1;
    this.inARow = this.hasWorked ? 0 : Math.min(this.inARow, IN_A_ROW - 1);
  }
}
