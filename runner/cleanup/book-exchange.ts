import { refused, succeeded } from '../../contracts/http-status.ts';
import { valueAt } from '../../contracts/pointer.ts';
import { sentValue } from '../../checks/answer-body.ts';
import type { Exchange } from '../../driver/exchange.ts';
import type { Session } from '../session.ts';
import { actionsIn, listIn } from './actions-in.ts';
import { PER_PAGE } from './list-all.ts';

/**
 * Books what an exchange created, deleted or showed.
 *
 * @param name that its create asked for.
 * @param current id of the action that it is about.
 * @returns ids of actions that are there because of this run, or are said to be.
 */
export function bookExchange(
  { ledger, seen, cleaning }: Pick<Session, 'ledger' | 'seen' | 'cleaning'>,
  exchange: Exchange,
  name: string,
  current: string | undefined,
): readonly string[] {
  const { operation, at } = exchange.about;
  const status = exchange.trouble === undefined ? (exchange.answer?.status ?? 0) : 0;
  if (operation === 'delete' && current !== undefined) {
    cleaning.noteAsked(current, [exchange]);
    if (status === 204) ledger.noteDeleted(current);
  }
  if (operation === 'create' && broughtNothing(exchange)) ledger.noteRefused(name);
  if (!succeeded(exchange.answer?.status ?? 0)) return [];
  const shown = actionsIn(exchange);
  if (operation === 'create') {
    const sent = valueAt(sentValue(exchange), '/name');
    const isNamed = typeof sent === 'string' && seen.isOwn(sent);
    for (const each of shown) {
      seen.noteGiven(each, isNamed);
      // An id that is another action's is not what the create brought about: that is looked for by its name.
      if (seen.ownerOf(each.id) !== 'others') ledger.noteCreated(each.id, name);
    }
    return shown.map(({ id }) => id);
  }
  if (operation !== 'read' && operation !== 'list') return [];
  for (const each of shown) {
    // A read that shows something else says nothing of what was asked for.
    if (operation === 'read' && each.id !== current) continue;
    seen.noteSeen(each);
    if (!seen.isOwn(each.name) || !ledger.wasDeleted(each.id)) continue;
    ledger.noteBack(each.id);
    cleaning.noteLie(each.id, exchange);
  }
  if (at?.step !== 'left-behind') return [];
  // A list that should show none of the run's actions may show what refused requests left.
  const left = shown.filter((each) => seen.isOwn(each.name));
  for (const each of left) ledger.noteCreated(each.id, each.name);
  if ((listIn(exchange)?.length ?? PER_PAGE) < PER_PAGE) ledger.noteAllSeen();
  return left.map(({ id }) => id);
}

/** Trouble that a create meets before the target has taken it. */
const BEFORE = new Set<string | undefined>(['not-sent', 'rate-limited', 'unreachable']);

/**
 * Whether a create surely left nothing: after half an answer, one of a gateway, or an error of the server's own, nobody
 * knows.
 */
const broughtNothing = ({ answer, trouble }: Exchange): boolean =>
  BEFORE.has(trouble?.kind) ||
  (trouble === undefined && (refused(answer?.status ?? 0) || answer?.status === 429));
