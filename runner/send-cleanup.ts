import type { About } from '../contracts/case.ts';
import { succeeded } from '../contracts/http-status.ts';
import type { Exchange, SentRequest } from '../driver/exchange.ts';
import { headersFor } from './request-headers.ts';
import { API, type Session } from './session.ts';

/** Sends a request that belongs to cleaning up: it is judged by nothing, and no budget holds it back. */
export function sendCleanup(
  { base, sender, tokens }: Pick<Session, 'base' | 'sender' | 'tokens'>,
  operation: About['operation'],
  { method, path }: Pick<SentRequest, 'method'> & { readonly path: string },
): Promise<Exchange> {
  const about: About = { operation, credentials: 'valid', choices: [] };
  const request = { method, url: `${base}${API}${path}`, headers: headersFor({ tokens }, about) };
  return sender.send({ case: 'clean-up', kind: 'cleanup', about, request });
}

/**
 * Deletes one action, whatever state it is in.
 *
 * @returns whether it is gone.
 */
export async function deleteById(
  session: Pick<Session, 'base' | 'sender' | 'tokens'>,
  id: string,
): Promise<boolean> {
  const path = `/actions/actions/${encodeURIComponent(id)}?force=true`;
  const { answer, trouble } = await sendCleanup(session, 'delete', { method: 'DELETE', path });
  const status = answer?.status ?? 0;
  return trouble === undefined && (succeeded(status) || status === 404);
}
