import type { RunEvent } from '../events.ts';
import type { Session } from '../session.ts';
import { Cleaning } from './cleaning.ts';
import { listAll } from './list-all.ts';
import type { Leftover } from './plan-sweep.ts';
import { sweep } from './sweep.ts';

/**
 * Sweeps what earlier runs left. What cannot be deleted counts among the actions that are there, but on a machine of
 * one's own.
 */
export async function* sweepFirst(
  session: Session,
  leftovers: readonly Leftover[] = [],
): AsyncGenerator<RunEvent> {
  if (leftovers.length === 0) return;
  const { ledger, isShared } = session;
  const listing = await listAll(session);
  // Nothing that goes wrong here keeps the run from trying to delete what is its own.
  const cleaning = new Cleaning(isShared);
  for (const leftover of leftovers) {
    const swept = await sweep({ ...session, cleaning }, leftover, listing);
    for (const id of swept.left.keys()) {
      ledger.noteLeft(id);
      if (!isShared) ledger.setAside(id);
    }
    leftover.settle(swept);
    yield { kind: 'swept', ...swept };
  }
  session.cleaning.noteTrouble(cleaning.trouble);
}
