import type { Operation } from '../contracts/exercise.ts';
import { valueAt } from '../contracts/pointer.ts';
import { valueOf } from '../checks/answer-body.ts';
import type { Exchange } from '../driver/exchange.ts';
import { pathSegment } from '../driver/path-segment.ts';
import { deleteOwn, lookFor } from './cleanup/clean-up.ts';
import { sendCleanup } from './cleanup/send-cleanup.ts';
import type { Session } from './session.ts';

/** What a request asked for: the name that its create asked for, and the action that it is about. */
interface Asked {
  readonly name: string;
  readonly id: string | undefined;
}

/**
 * Looks whether a request may be sent again of which nobody knows whether it was carried out: what a create brought
 * about is deleted, and a deletion or a deployment that was carried out is not asked for twice. The look also shows
 * whether the target answers others.
 */
export async function mayRepeat(session: Session, operation: Operation, asked: Asked): Promise<boolean> {
  switch (operation) {
    case 'create':
      await undoCreate(session, asked.name);
      return true;
    case 'delete':
      return (await look(session, asked)).answer?.status === 200;
    case 'deploy':
      return valueAt(valueOf(await look(session, asked)), '/deployed_version') === undefined;
    case 'read':
    case 'list':
    case 'update':
      await look(session, asked);
      return true;
  }
}

async function undoCreate(session: Session, name: string): Promise<void> {
  for (const id of await lookFor(session, name)) await deleteOwn(session, id);
  session.ledger.noteAsked(name);
}

const look = (session: Session, { id }: Asked): Promise<Exchange> =>
  id === undefined
    ? sendCleanup(session, 'list', { method: 'GET', path: '/actions/actions?per_page=1' })
    : sendCleanup(session, 'read', { method: 'GET', path: `/actions/actions/${pathSegment(id)}` });
