import type { Line } from '../call.ts';
import { isApi } from './is-api.ts';
import { listActions } from './list-actions.ts';

/** Where the API was found, or what was tried in vain. */
type Located =
  { readonly at: 'here' | 'moved' } | { readonly at: 'nowhere'; readonly tried: readonly string[] };

/**
 * Looks whether the list of actions is where it should be, and else elsewhere on the same server. What is sent from then
 * on goes to where it was found.
 */
export async function locateApi(line: Line): Promise<Located> {
  const { root } = line;
  const before = root.url;
  const tried: string[] = [];
  for (const url of root.candidates) {
    root.url = url;
    const exchange = await listActions(line);
    if (isApi(exchange)) return { at: url === before ? 'here' : 'moved' };
    const { answer, trouble, request } = exchange;
    const outcome = answer?.status ?? trouble?.message ?? 'nothing';
    tried.push(`GET ${request.url.replace(/\?.*/, '')} gave ${outcome}`);
  }
  root.url = before;
  return { at: 'nowhere', tried };
}
