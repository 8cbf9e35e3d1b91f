import type { Exchange } from '../../driver/exchange.ts';
import type { Session } from '../session.ts';
import { deleteAction, type Deletion } from './delete-action.ts';
import { findByName } from './find-by-name.ts';
import { whyNoList } from './list-all.ts';
import { ownerOf } from './owner-of.ts';

/** Why an action is left that the target made of a body without a name of the run. */
const KEPT = "an action that was created without the run's name cannot be told from those of others";

/** Pauses before an action is tried again where others live, in milliseconds: what goes wrong for a moment passes. */
const PAUSES_MS = [0, 1000, 4000];

/** Deletes whatever the run has on the target: what it knows by id, and what it may have created without an answer. */
export async function cleanUp(session: Session): Promise<void> {
  const { ledger } = session;
  for (const name of ledger.pending) await lookFor(session, name);
  for (const id of ledger.live.keys()) await deleteOwn(session, id);
}

/**
 * Finds out what became of a create that got no answer.
 *
 * @returns ids of the actions by this name; none where the target does not say.
 */
export async function lookFor(session: Session, name: string): Promise<readonly string[]> {
  const { ledger, seen, cleaning } = session;
  if (!ledger.pending.has(name) || !mayTry(session, name)) return [];
  const { found, exchange } = await findByName(session, name);
  if (found === undefined) {
    giveUp(session, name, whyNoList(exchange), [exchange]);
    return [];
  }
  if (found.length === 0) cleaning.noteVain(1);
  for (const each of found) seen.noteSeen(each);
  const own = found.map(({ id }) => id).filter((id) => seen.ownerOf(id) === 'run');
  for (const id of own) ledger.noteCreated(id, name);
  ledger.noteNotFound(name);
  return own;
}

/** Deletes one action of the run, under whatever id the target has it; what is not the run's is left alone. */
export async function deleteOwn(session: Session, id: string): Promise<void> {
  const { ledger, cleaning, seen, time, isShared } = session;
  if (!ledger.live.has(id) || !mayTry(session, id)) return;
  const pause = PAUSES_MS[cleaning.attemptsAt(id)] ?? 0;
  if (isShared && pause > 0) await time.pause(pause);
  const owner = await ownerOf(session, id);
  if (owner.is === 'unknown') return giveUp(session, id, owner.reason, owner.exchanges);
  if (owner.is === 'others' && seen.isNameless(id)) {
    // It stays, and is counted; no place is kept for what nobody can prove to be the run's.
    cleaning.noteKept(id, KEPT);
    return ledger.setAside(id);
  }
  const deletion = owner.is === 'run' ? await send(session, id) : undefined;
  if (deletion?.fate === 'left') return giveUp(session, id, deletion.reason, deletion.exchanges);
  if (deletion?.fate === 'deleted') return ledger.noteDeleted(id);
  const name = ledger.noteNone(id);
  if (name === undefined) return;
  const found = await lookFor(session, name);
  if (found.includes(id) && deletion !== undefined) {
    return giveUp(session, id, `${deletion.reason} though the action is there`, deletion.exchanges);
  }
  for (const other of found) await deleteOwn(session, other);
}

async function send(session: Session, id: string): Promise<Deletion> {
  const { cleaning } = session;
  const wasAsked = cleaning.wasAsked(id);
  const deletion = await deleteAction(session, id, (status) => cleaning.trusts(status));
  cleaning.noteAsked(id, deletion.exchanges);
  if (deletion.fate === 'deleted') cleaning.noteDeleted(deletion.status);
  // The request before this one got no answer, or another than a success, and did it all the same.
  return deletion.fate === 'absent' && wasAsked ? { ...deletion, fate: 'deleted' } : deletion;
}

/** Why nothing more is created where others live; `undefined` while the run can delete what it creates. */
export function reasonNotToCreate({ cleaning, ledger, sender, isShared }: Session): string | undefined {
  const { trouble, reasonToKeep } = cleaning;
  if (isShared && reasonToKeep !== undefined) return `${reasonToKeep}, and none is left on a tenant twice`;
  if (!isShared || trouble === undefined) return undefined;
  const isStuck = [...ledger.live.keys(), ...ledger.pending].some(
    (each) => !cleaning.mayTry(each, sender.total),
  );
  return isStuck ? `${trouble.reason}, and what cannot be deleted is not created on a tenant` : undefined;
}

/** Whether something may be tried; where it is given up, it takes no place on a machine of one's own. */
function mayTry({ cleaning, sender, ledger, isShared }: Session, what: string): boolean {
  const may = cleaning.mayTry(what, sender.total);
  if (!may && !isShared) ledger.setAside(what);
  return may;
}

function giveUp(session: Session, what: string, reason: string, exchanges: readonly Exchange[]): void {
  session.cleaning.noteFailure(what, reason, exchanges);
  mayTry(session, what);
}
