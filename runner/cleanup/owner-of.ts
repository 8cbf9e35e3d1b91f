import type { Exchange } from '../../driver/exchange.ts';
import type { Session } from '../session.ts';
import { answeredWith } from './delete-action.ts';
import { listAll } from './list-all.ts';
import { readAction } from './read-action.ts';

/** Whose an action is, or that it is not there, or why nobody knows. */
type Ownership =
  | { readonly is: 'run' | 'others' | 'absent' }
  | { readonly is: 'unknown'; readonly reason: string; readonly exchanges: readonly Exchange[] };

/**
 * Finds out whose an action is, before it is changed or deleted. Where others live, a read or a list must have shown that
 * its name is one of the run's; on a machine of one's own a look at everything stands for a number of actions.
 */
export async function ownerOf(session: Session, id: string): Promise<Ownership> {
  const { seen, isShared, cleaning } = session;
  if (seen.ownerOf(id) === 'run') return { is: 'run' };
  if (!isShared) {
    if (seen.needsLook) {
      const { actions, isComplete } = await listAll(session);
      seen.noteAll(isComplete ? actions : undefined, id);
    }
    if (seen.ownerOf(id) === 'run' || seen.vouchesFor(id)) return { is: 'run' };
  }
  const reading = await readAction(session, id);
  const { exchange } = reading;
  switch (reading.shows) {
    case 'absence':
      return { is: 'absent' };
    case 'action':
      seen.noteSeen({ id, name: reading.name });
      if (seen.ownerOf(id) !== 'run') cleaning.noteVain(1);
      return { is: seen.ownerOf(id) ?? 'others' };
    case 'nothing': {
      const said =
        exchange.trouble === undefined && exchange.answer?.status === 200
          ? 'a read shows no name'
          : answeredWith('GET', exchange);
      return {
        is: 'unknown',
        reason: `${said}, so that it is not known whose the action is`,
        exchanges: [exchange],
      };
    }
  }
}

/**
 * Makes it possible to tell the run's action from those of others where the run has to create one by a name without its
 * mark, as a consumer asks for.
 *
 * @returns whether the target lists its actions, without which it is not possible.
 */
export async function claim(session: Session, name: string): Promise<boolean> {
  const { seen } = session;
  seen.claim(undefined);
  if (seen.isOwn(name)) return true;
  const { actions, isComplete, exchange } = await listAll(session);
  for (const each of actions) seen.noteSeen(each);
  if (isComplete) seen.claim(name);
  // Whoever is not let in to list creates nothing either, and that is for the create to show.
  return isComplete || exchange.answer?.status === 401;
}

/** Whether an action may be changed: it is the run's, or there is none. What a create answered may be another's. */
export async function mayChange(session: Session, id: string): Promise<boolean> {
  const { is } = await ownerOf(session, id);
  return is === 'run' || is === 'absent';
}
