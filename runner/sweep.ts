import type { Line } from './call.ts';
import type { LedgerEntry } from './ledger.ts';
import { findByName } from './find-actions.ts';
import { OpenEntries } from './open-entries.ts';
import type { Fate } from './fate.ts';
import { deleteById } from './send-cleanup.ts';

/** What a run that did not come to its end may have left on its target. */
export interface Leftover {
  /** When that run began, in milliseconds since the epoch. */
  readonly startedAt: number;
  /** Ids of actions that it created and did not delete. */
  readonly ids: ReadonlySet<string>;
  /** Names that it asked for, without having heard what came of it. */
  readonly names: ReadonlySet<string>;
  /** Strikes what was swept from wherever it was noted. */
  settle(swept: Swept): void;
}

/** What a sweep came to. */
export interface Swept {
  /** Ids of the actions that it deleted. */
  readonly deleted: readonly string[];
  /** Ids of those that were not there. */
  readonly absent: readonly string[];
  /** Ids of those that are still there. */
  readonly left: readonly string[];
  /** Names that it could not look for. */
  readonly unknown: readonly string[];
}

/** How far the clocks of this machine and of the target may be apart, in milliseconds. */
const CLOCK_SKEW_MS = 10 * 60_000;

/** What the entries of a ledger leave open. */
export function openIn(entries: Iterable<LedgerEntry>): Pick<Leftover, 'ids' | 'names'> {
  const open = new OpenEntries();
  for (const entry of entries) open.note(entry);
  return { ids: open.ids, names: open.names };
}

/** Deletes what earlier runs left: by id where it is known, else by the whole name, and nothing that is older. */
export async function sweep(line: Line, { startedAt, ids, names }: Omit<Leftover, 'settle'>): Promise<Swept> {
  const unknown: string[] = [];
  const wanted = new Set(ids);
  for (const name of names) {
    const found = await findByName(line, name);
    if (found === undefined) unknown.push(name);
    for (const { id, createdAt } of found ?? []) {
      // Somebody's action that was there before the run is not the run's, whatever its name.
      if (!(createdAt < startedAt - CLOCK_SKEW_MS)) wanted.add(id);
    }
  }
  const swept: Record<Fate, string[]> = { deleted: [], absent: [], left: [] };
  for (const id of wanted) swept[await deleteById(line, id)].push(id);
  return { ...swept, unknown };
}
