import type { Json } from '../contracts/expectation.ts';
import { refused, succeeded } from '../contracts/http-status.ts';
import { valueAt } from '../contracts/pointer.ts';
import { valueOf } from '../checks/answer-body.ts';
import type { Exchange } from '../driver/exchange.ts';
import type { Session } from './session.ts';

/** An action of this run, as the target shows it. */
interface Found {
  readonly id: string;
  readonly name: string;
}

/**
 * Books what an exchange created or deleted.
 *
 * @param name that its create asked for.
 * @param current id of the action that it is about.
 * @returns ids of actions that are there because of this run.
 */
export function bookExchange(
  session: Session,
  exchange: Exchange,
  name: string,
  current: string | undefined,
): readonly string[] {
  const { ledger } = session;
  const { operation } = exchange.about;
  const status = exchange.answer?.status ?? 0;
  if (operation === 'delete' && current !== undefined && (succeeded(status) || status === 404)) {
    ledger.noteDeleted(current);
  }
  if (operation === 'create' && broughtNothing(exchange)) ledger.noteRefused(name);
  const created = succeeded(status) ? actionsIn(session, exchange) : [];
  for (const each of created) ledger.noteCreated(each.id, operation === 'create' ? name : each.name);
  return created.map(({ id }) => id);
}

/** Whether a create surely left nothing: after no answer, or an error of the server's own, nobody knows. */
const broughtNothing = ({ answer, trouble }: Exchange): boolean =>
  trouble?.kind === 'not-sent' || refused(answer?.status ?? 0);

/** The action that a create answers, or those of this run that a list shows when none should be left. */
function actionsIn(session: Session, exchange: Exchange): readonly Found[] {
  const { operation, at } = exchange.about;
  if (operation === 'create') return found([valueOf(exchange)]);
  return at?.step === 'left-behind' ? listedOfRun(session, exchange) : [];
}

/** The actions of this run in the answer to a list. */
export function listedOfRun({ runMark }: Session, exchange: Exchange): readonly Found[] {
  const listed = valueAt(valueOf(exchange), '/actions');
  if (!Array.isArray(listed)) return [];
  return found(listed as readonly Json[]).filter(({ name }) => name.includes(runMark));
}

function found(actions: readonly (Json | undefined)[]): readonly Found[] {
  return actions.flatMap((each) => {
    const id = valueAt(each, '/id');
    const name = valueAt(each, '/name');
    return typeof id === 'string' && id !== '' ? [{ id, name: typeof name === 'string' ? name : '' }] : [];
  });
}
