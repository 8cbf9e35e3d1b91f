import type { About } from '../contracts/case.ts';
import { succeeded } from '../contracts/http-status.ts';
import type { Exchange, SentRequest } from '../driver/exchange.ts';
import type { Case } from '../properties/case.ts';
import { bookExchange, listedOfRun } from './book-exchange.ts';
import { headersFor } from './request-headers.ts';
import { API, type Session } from './session.ts';

/** Deletes whatever the run has on the target: what it knows by id, and what it may have created without an answer. */
export async function cleanUp(session: Session, caseId = 'clean-up'): Promise<void> {
  for (const name of session.ledger.pending) await lookFor(session, caseId, name);
  for (const id of session.ledger.live) await deleteAction(session, caseId, id);
}

/** Cleans up where what is left over would take the place of what a case is about to create. */
export async function makeRoom(session: Session, next: Case): Promise<void> {
  if (!session.budget.leavesRoomFor(next)) await cleanUp(session);
}

/** Deletes one action, whatever state it is in. */
export async function deleteAction(session: Session, caseId: string, id: string): Promise<void> {
  const path = `/actions/actions/${encodeURIComponent(id)}?force=true`;
  const exchange = await send(session, caseId, 'delete', { method: 'DELETE', path });
  bookExchange(session, exchange, '', id);
}

/** Finds out what became of a create that got no answer. */
async function lookFor(session: Session, caseId: string, name: string): Promise<void> {
  const path = `/actions/actions?actionName=${encodeURIComponent(name)}&per_page=100`;
  const exchange = await send(session, caseId, 'list', { method: 'GET', path });
  if (!succeeded(exchange.answer?.status ?? 0)) return;
  for (const each of listedOfRun(session, exchange)) session.ledger.noteCreated(each.id, each.name);
  session.ledger.noteNotFound(name);
}

function send(
  session: Session,
  caseId: string,
  operation: About['operation'],
  { method, path }: Pick<SentRequest, 'method'> & { readonly path: string },
): Promise<Exchange> {
  const about: About = { operation, credentials: 'valid', choices: [] };
  const request = { method, url: `${session.base}${API}${path}`, headers: headersFor(session, about) };
  return session.sender.send({ case: caseId, kind: 'cleanup', about, request });
}
