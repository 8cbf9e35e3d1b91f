import { succeeded } from '../../contracts/http-status.ts';
import type { Exchange } from '../../driver/exchange.ts';
import type { Line } from '../call.ts';
import { actionsIn, listIn, type Found } from './actions-in.ts';
import { answeredWith } from './delete-action.ts';
import { sendCleanup } from './send-cleanup.ts';

/** Actions on a page: as many as a tenant shows at once. */
export const PER_PAGE = 100;

/** Pages of a hundred: ten times what a tenant holds. */
const MOST_PAGES = 10;

/** What the target lists. */
export interface Listing {
  readonly actions: readonly Found[];
  /** Whether these are all that it has. */
  readonly isComplete: boolean;
  /** What showed the last page, or that there is none. */
  readonly exchange: Exchange;
}

/** Lists the actions of a target, page by page, as far as it shows them. */
export async function listAll(line: Line): Promise<Listing> {
  const found = new Map<string, Found>();
  for (let page = 0; ; page += 1) {
    const path = `/actions/actions?page=${page}&per_page=${PER_PAGE}`;
    const exchange = await sendCleanup(line, 'list', { method: 'GET', path });
    const shown = listIn(exchange);
    const before = found.size;
    for (const each of actionsIn(exchange)) found.set(each.id, each);
    const isLast = shown !== undefined && shown.length < PER_PAGE;
    // A target that does not know of pages shows the same again and again.
    const isStuck = shown === undefined || found.size === before || page + 1 === MOST_PAGES;
    if (isLast || isStuck) return { actions: [...found.values()], isComplete: isLast, exchange };
  }
}

/** Why a list does not tell what is there. */
export const whyNoList = (exchange: Exchange): string =>
  exchange.trouble === undefined && succeeded(exchange.answer?.status ?? 0)
    ? 'the target answers no list of its actions'
    : `${answeredWith('GET', exchange)} when asked for actions`;
