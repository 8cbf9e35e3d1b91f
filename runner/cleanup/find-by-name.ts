import type { Exchange } from '../../driver/exchange.ts';
import type { Line } from '../call.ts';
import { actionsIn, listIn, type Found } from './actions-in.ts';
import { sendCleanup } from './send-cleanup.ts';

/** What came of looking for an action by its name. */
interface Search {
  /** The actions with this very name; `undefined` when the target does not say. */
  readonly found: readonly Found[] | undefined;
  readonly exchange: Exchange;
}

/** Looks for actions by their whole name. */
export async function findByName(line: Line, name: string): Promise<Search> {
  const path = `/actions/actions?actionName=${encodeURIComponent(name)}&per_page=100`;
  const exchange = await sendCleanup(line, 'list', { method: 'GET', path });
  const found = listIn(exchange) && actionsIn(exchange).filter((each) => each.name === name);
  return { found, exchange };
}
