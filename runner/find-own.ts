import type { Line } from './call.ts';
import { succeeded } from '../contracts/http-status.ts';
import { TargetError } from '../driver/errors.ts';
import { isOwnName } from './action-name.ts';
import { actionsIn, type Found } from './find-actions.ts';
import { sendCleanup } from './send-cleanup.ts';

/** Pages of a hundred: ten times what a tenant holds. */
const MOST_PAGES = 10;

/**
 * All actions of the suite's own making whose name begins so, and that were there before a moment.
 *
 * @param before in milliseconds since the epoch.
 * @throws TargetError when the target does not list its actions.
 */
export async function findOwn(line: Line, prefix: string, before: number): Promise<readonly Found[]> {
  const found = new Map<string, Found>();
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const path = `/actions/actions?page=${page}&per_page=100`;
    const exchange = await sendCleanup(line, 'list', { method: 'GET', path });
    const { answer, trouble } = exchange;
    if (trouble !== undefined || !succeeded(answer?.status ?? 0)) {
      throw new TargetError(
        'NO_LIST',
        `${line.base} does not list its actions: ${trouble?.message ?? `it answered ${answer?.status ?? 0}`}`,
        'Check that the token has the scope read:actions.',
      );
    }
    const listed = actionsIn(exchange);
    for (const each of listed) found.set(each.id, each);
    if (listed.length < 100) break;
  }
  return [...found.values()].filter(
    ({ name, createdAt }) => name.startsWith(prefix) && isOwnName(name) && createdAt < before,
  );
}
