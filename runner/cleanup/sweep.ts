import type { Exchange } from '../../driver/exchange.ts';
import type { Line } from '../call.ts';
import type { Cleaning } from './cleaning.ts';
import { deleteAction } from './delete-action.ts';
import type { LedgerEntry } from './ledger.ts';
import { OpenEntries } from './open-entries.ts';
import { planSweep, type Leftover, type SweepPlan } from './plan-sweep.ts';
import type { Listing } from './list-all.ts';

/** What a sweep came to. */
export interface Swept extends Pick<SweepPlan, 'absent' | 'foreign' | 'unknown'> {
  /** Ids of the actions that it deleted. */
  readonly deleted: readonly string[];
  /** Those that are still there, by their ids, each with the reason. */
  readonly left: ReadonlyMap<string, string>;
}

/** What the entries of a ledger leave open. */
export function openIn(entries: Iterable<LedgerEntry>): Pick<Leftover, 'ids' | 'names'> {
  const open = new OpenEntries();
  for (const entry of entries) open.note(entry);
  return { ids: open.ids, names: open.names };
}

/**
 * Deletes what an earlier run left, and nothing else: an action goes only where the target shows that its name is one of
 * that run's.
 *
 * @param listing everything that the target lists, as far as it does.
 */
export async function sweep(
  line: Line & { readonly cleaning: Cleaning },
  leftover: Leftover,
  listing: Listing,
): Promise<Swept> {
  const { cleaning, sender } = line;
  const { own, absent, foreign, unknown, left: unread } = await planSweep(line, leftover, listing);
  const deleted: string[] = [];
  const gone = [...absent];
  const left = new Map(unread);
  const fail = (id: string, reason: string, exchanges: readonly Exchange[]): void => {
    left.set(id, reason);
    cleaning.noteFailure(id, reason, exchanges);
  };
  for (const id of own.keys()) {
    if (!cleaning.mayTry(id, sender.total)) {
      left.set(id, cleaning.trouble?.reason ?? 'it was not tried');
      continue;
    }
    const { fate, status, reason, exchanges } = await deleteAction(line, id, (each) => cleaning.trusts(each));
    if (fate === 'left') fail(id, reason, exchanges);
    if (fate === 'absent') gone.push(id);
    if (fate !== 'deleted') continue;
    cleaning.noteDeleted(status);
    deleted.push(id);
  }
  return { deleted, absent: gone, foreign, left, unknown };
}
