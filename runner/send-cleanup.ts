import type { About } from '../contracts/case.ts';
import { succeeded } from '../contracts/http-status.ts';
import type { Exchange } from '../driver/exchange.ts';
import { pathSegment } from '../driver/path-segment.ts';
import { call, type Call, type Line } from './call.ts';
import type { Fate } from './fate.ts';

/** Sends a request that belongs to cleaning up: it is judged by nothing, and no budget holds it back. */
export function sendCleanup(
  line: Line,
  operation: About['operation'],
  { method, path }: Pick<Call, 'method' | 'path'>,
): Promise<Exchange> {
  const about: About = { operation, credentials: 'valid', choices: [] };
  return call(line, { case: 'clean-up', kind: 'cleanup', about, method, path });
}

/** Deletes one action, whatever state it is in. */
export async function deleteById(line: Line, id: string): Promise<Fate> {
  const path = `/actions/actions/${pathSegment(id)}`;
  const deletion = await sendCleanup(line, 'delete', { method: 'DELETE', path: `${path}?force=true` });
  const fate = fateIn(deletion);
  // Another success than the documented one may mean anything: a look tells.
  if (fate !== 'left' || !succeeded(deletion.answer?.status ?? 0)) return fate;
  const { answer, trouble } = await sendCleanup(line, 'read', { method: 'GET', path });
  return trouble === undefined && answer?.status === 404 ? 'deleted' : 'left';
}

/** What the answer to a deletion says of the action. */
export function fateIn({ answer, trouble }: Exchange): Fate {
  if (trouble !== undefined) return 'left';
  if (answer?.status === 204) return 'deleted';
  return answer?.status === 404 ? 'absent' : 'left';
}
