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
  const path = `/actions/actions/${encodeURIComponent(id)}?force=true`;
  const { answer, trouble } = await sendCleanup(line, 'delete', { method: 'DELETE', path });
  const status = answer?.status ?? 0;
  return trouble === undefined && (succeeded(status) || status === 404);
}
