import type { Session } from '../session.ts';
import { cleanUp } from './clean-up.ts';
import { listAll } from './list-all.ts';
import { readAction } from './read-action.ts';

/**
 * Cleans up at the end of a run, and looks once at everything that the target lists: what was created, deleted and left
 * over is what is seen then.
 */
export async function cleanUpForGood(session: Session): Promise<void> {
  const { cleaning, ledger, budget, sender } = session;
  cleaning.beginLast();
  await cleanUpAgain(session);
  if (!ledger.needsLook || !budget.allowsLook(sender.total)) return;
  if (await lookAtAll(session)) await cleanUpAgain(session);
}

/** Cleans up as often as one more time leaves less. */
async function cleanUpAgain(session: Session): Promise<void> {
  const { ledger } = session;
  for (let before = Infinity; ledger.live.size > 0 || ledger.pending.size > 0;) {
    await cleanUp(session);
    const left = ledger.live.size + ledger.pending.size;
    if (left >= before) return;
    before = left;
  }
}

/** Compares the ledger with what the target lists; returns whether more has to be cleaned up than was known. */
async function lookAtAll(session: Session): Promise<boolean> {
  const { ledger, seen, cleaning } = session;
  const { actions, isComplete, exchange } = await listAll(session);
  for (const each of actions) seen.noteSeen(each);
  const own = actions.filter(({ name }) => seen.isOwn(name));
  const before = ledger.live.size;
  for (const { id, name } of own) {
    if (!ledger.wasDeleted(id)) ledger.noteCreated(id, name);
    // A list may lag behind: a read tells whether the target lies.
    else if (
      cleaning.mayTry(id, session.sender.total) &&
      (await readAction(session, id)).shows === 'action'
    ) {
      ledger.noteBack(id);
      cleaning.noteLie(id, exchange);
    }
  }
  const isMore = ledger.live.size > before;
  for (const id of ledger.live.keys()) {
    if (seen.ownerOf(id) === 'others' && !seen.isNameless(id)) ledger.noteNone(id);
  }
  if (!isComplete) return isMore;
  const there = new Set(actions.map(({ id }) => id));
  const missing = [...ledger.live.keys()].filter((id) => !there.has(id));
  // What a list leaves out need not be gone: one read tells whether this one can be believed.
  const [first] = missing;
  if (first !== undefined && (await readAction(session, first)).shows !== 'absence') return isMore;
  for (const id of missing) ledger.noteNone(id);
  for (const name of ledger.pending) ledger.noteNotFound(name);
  return isMore;
}
