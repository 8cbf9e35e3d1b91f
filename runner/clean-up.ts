import { findByName } from './find-actions.ts';
import { deleteById } from './send-cleanup.ts';
import type { Session } from './session.ts';

/** Deletes whatever the run has on the target: what it knows by id, and what it may have created without an answer. */
export async function cleanUp(session: Session): Promise<void> {
  const { ledger } = session;
  for (const name of ledger.pending) await lookFor(session, name);
  for (const id of ledger.live.keys()) await deleteAction(session, id);
}

/**
 * Finds out what became of a create that got no answer.
 *
 * @returns ids of the actions by this name; none where the target does not say.
 */
export async function lookFor(session: Session, name: string): Promise<readonly string[]> {
  const { ledger } = session;
  if (!ledger.pending.has(name)) return [];
  const found = await findByName(session, name);
  for (const { id } of found ?? []) ledger.noteCreated(id, name);
  if (found !== undefined) ledger.noteNotFound(name);
  return (found ?? []).map(({ id }) => id);
}

/** Deletes one action of the run, under whatever id the target has it. */
export async function deleteAction(session: Session, id: string): Promise<void> {
  const { ledger } = session;
  const name = ledger.noteFate(id, await deleteById(session, id));
  if (name === undefined) return;
  for (const other of await lookFor(session, name)) ledger.noteFate(other, await deleteById(session, other));
}
