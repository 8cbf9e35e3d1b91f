import type { RunEvent } from './events.ts';
import type { Session } from './session.ts';
import { sweep, type Leftover } from './sweep.ts';

/** Sweeps what earlier runs left; what cannot be deleted counts among the actions that are there. */
export async function* sweepFirst(
  session: Session,
  leftovers: readonly Leftover[] = [],
): AsyncGenerator<RunEvent> {
  for (const leftover of leftovers) {
    const swept = await sweep(session, leftover);
    for (const id of swept.left) session.ledger.noteLeft(id);
    leftover.settle(swept);
    yield { kind: 'swept', ...swept };
  }
}
