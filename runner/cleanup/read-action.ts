import { succeeded } from '../../contracts/http-status.ts';
import type { Exchange } from '../../driver/exchange.ts';
import { pathSegment } from '../../driver/path-segment.ts';
import type { Line } from '../call.ts';
import { actionsIn } from './actions-in.ts';
import { sendCleanup } from './send-cleanup.ts';

/** What a read of an action says: the name that it bears, that it is not there, or nothing. */
export type Reading = { readonly exchange: Exchange } & (
  { readonly shows: 'action'; readonly name: string } | { readonly shows: 'absence' | 'nothing' }
);

/** Reads an action. */
export async function readAction(line: Line, id: string): Promise<Reading> {
  const path = `/actions/actions/${pathSegment(id)}`;
  const exchange = await sendCleanup(line, 'read', { method: 'GET', path });
  if (exchange.trouble === undefined && exchange.answer?.status === 404)
    return { shows: 'absence', exchange };
  const name = nameIn(exchange, id);
  return name === undefined ? { shows: 'nothing', exchange } : { shows: 'action', name, exchange };
}

/** The name that a read shows of this very action; `undefined` where it shows none. */
function nameIn(exchange: Exchange, id: string): string | undefined {
  if (exchange.trouble !== undefined || !succeeded(exchange.answer?.status ?? 0)) return undefined;
  const shown = actionsIn(exchange).find((each) => each.id === id);
  return shown === undefined || shown.name === '' ? undefined : shown.name;
}
