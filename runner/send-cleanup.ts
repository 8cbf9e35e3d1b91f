import type { About } from '../contracts/case.ts';
import { succeeded } from '../contracts/http-status.ts';
import type { Exchange } from '../driver/exchange.ts';
import { call, type Call, type Line } from './call.ts';

/** Sends a request that belongs to cleaning up: it is judged by nothing, and no budget holds it back. */
export function sendCleanup(
  line: Line,
  operation: About['operation'],
  { method, path }: Pick<Call, 'method' | 'path'>,
): Promise<Exchange> {
  const about: About = { operation, credentials: 'valid', choices: [] };
  return call(line, { case: 'clean-up', kind: 'cleanup', about, method, path });
}

/**
 * Deletes one action, whatever state it is in.
 *
 * @returns whether it is gone.
 */
export async function deleteById(line: Line, id: string): Promise<boolean> {
  const path = `/actions/actions/${encodeURIComponent(id)}`;
  const deletion = await sendCleanup(line, 'delete', { method: 'DELETE', path: `${path}?force=true` });
  if (isGone(deletion)) return true;
  // Another success than the documented one may mean anything: a look tells.
  if (!succeeded(deletion.answer?.status ?? 0)) return false;
  const { answer, trouble } = await sendCleanup(line, 'read', { method: 'GET', path });
  return trouble === undefined && answer?.status === 404;
}

/** Whether the answer to a deletion says for certain that nothing is there any more. */
export const isGone = ({ answer, trouble }: Exchange): boolean =>
  trouble === undefined && (answer?.status === 204 || answer?.status === 404);
