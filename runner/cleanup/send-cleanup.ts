import type { About } from '../../contracts/case.ts';
import type { Exchange } from '../../driver/exchange.ts';
import { call, type Call, type Line } from '../call.ts';

/** Case of all requests that clean up. */
export const CLEAN_UP = 'clean-up';

/** Sends a request that belongs to cleaning up: it is judged by nothing, and no budget holds it back. */
export function sendCleanup(
  line: Line,
  operation: About['operation'],
  { method, path }: Pick<Call, 'method' | 'path'>,
): Promise<Exchange> {
  const about: About = { operation, credentials: 'valid', choices: [] };
  return call(line, { case: CLEAN_UP, kind: 'cleanup', about, method, path });
}
