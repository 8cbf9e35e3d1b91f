import { TargetError } from '../../driver/errors.ts';
import { isOwnName } from '../action-name.ts';
import type { Line } from '../call.ts';
import type { Found } from './actions-in.ts';
import { listAll } from './list-all.ts';

/**
 * All actions of the suite's own making whose name begins so, and that were there before a moment.
 *
 * @param before in milliseconds since the epoch.
 * @throws TargetError when the target does not list its actions.
 */
export async function findOwn(line: Line, prefix: string, before: number): Promise<readonly Found[]> {
  const { actions, isComplete, exchange } = await listAll(line);
  if (!isComplete && actions.length === 0) {
    const { answer, trouble } = exchange;
    throw new TargetError(
      'NO_LIST',
      `${line.base} does not list its actions: ${trouble?.message ?? `it answered ${answer?.status ?? 0}`}`,
      'Check that the token has the scope read:actions.',
    );
  }
  return actions.filter(
    ({ name, createdAt }) => name.startsWith(prefix) && isOwnName(name) && createdAt < before,
  );
}
