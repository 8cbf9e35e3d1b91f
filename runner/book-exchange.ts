import { refused, succeeded } from '../contracts/http-status.ts';
import type { Exchange } from '../driver/exchange.ts';
import { actionsIn } from './find-actions.ts';
import { fateIn } from './send-cleanup.ts';
import type { Session } from './session.ts';

/**
 * Books what an exchange created or deleted.
 *
 * @param name that its create asked for.
 * @param current id of the action that it is about.
 * @returns ids of actions that are there because of this run.
 */
export function bookExchange(
  { ledger, runMark }: Pick<Session, 'ledger' | 'runMark'>,
  exchange: Exchange,
  name: string,
  current: string | undefined,
): readonly string[] {
  const { operation, at } = exchange.about;
  const status = exchange.answer?.status ?? 0;
  if (operation === 'delete' && current !== undefined) ledger.noteFate(current, fateIn(exchange));
  if (operation === 'create' && broughtNothing(exchange)) ledger.noteRefused(name);
  if (!succeeded(status)) return [];
  const created = operation === 'create' ? actionsIn(exchange).map(({ id }) => ({ id, name })) : [];
  // A list that should show none of the run's actions may show what refused requests left.
  const listed =
    at?.step === 'left-behind' ? actionsIn(exchange).filter((each) => each.name.includes(runMark)) : [];
  for (const each of [...created, ...listed]) ledger.noteCreated(each.id, each.name);
  return [...created, ...listed].map(({ id }) => id);
}

/** Trouble that a create meets before the target has taken it. */
const BEFORE = new Set<string | undefined>(['not-sent', 'rate-limited', 'unreachable']);

/** Whether a create surely left nothing: after half an answer, or an error of the server's own, nobody knows. */
const broughtNothing = ({ answer, trouble }: Exchange): boolean =>
  BEFORE.has(trouble?.kind) || refused(answer?.status ?? 0) || answer?.status === 429;
