import { refused, succeeded } from '../../contracts/http-status.ts';
import type { Exchange } from '../../driver/exchange.ts';
import { pathSegment } from '../../driver/path-segment.ts';
import type { Line } from '../call.ts';
import { sendCleanup } from './send-cleanup.ts';
import { readAction } from './read-action.ts';

/** What became of an action that was to be deleted. */
export interface Deletion {
  readonly fate: 'deleted' | 'absent' | 'left';
  /** Status of the answer to the deletion; 0 where there was none. */
  readonly status: number;
  /** Why it was left, in words such as "DELETE answers 500". */
  readonly reason: string;
  /** What shows it, in the order of sending. */
  readonly exchanges: readonly Exchange[];
}

/**
 * Deletes one action, whatever state it is in. Whose it is has to be known before.
 *
 * @param trusts whether a success with this status needs no look that confirms it; an error of the server's own needs one always.
 */
export async function deleteAction(
  line: Line,
  id: string,
  trusts: (status: number) => boolean,
): Promise<Deletion> {
  const path = `/actions/actions/${pathSegment(id)}?force=true`;
  const deletion = await sendCleanup(line, 'delete', { method: 'DELETE', path });
  const status = deletion.trouble === undefined ? (deletion.answer?.status ?? 0) : 0;
  const reason = answeredWith('DELETE', deletion);
  const told = { status, reason, exchanges: [deletion] };
  if (status === 404) return { fate: 'absent', ...told };
  // What is refused is not done; after an error of the server's own, nobody knows.
  if (deletion.trouble !== undefined || refused(status) || status === 429) return { fate: 'left', ...told };
  if (succeeded(status) && trusts(status)) return { fate: 'deleted', ...told };
  const { shows, exchange } = await readAction(line, id);
  const seen = { status, exchanges: [deletion, exchange] };
  if (shows === 'absence') return { fate: 'deleted', reason, ...seen };
  if (!succeeded(status)) return { fate: 'left', reason, ...seen };
  return {
    fate: 'left',
    reason:
      shows === 'action'
        ? `${reason} and leaves the action there`
        : `${reason}, and then ${answeredWith('GET', exchange)}, so that it is not known whether the action is gone`,
    ...seen,
  };
}

/** What an exchange came to, in a few words such as "DELETE answers 500". */
export const answeredWith = (method: string, { answer, trouble }: Exchange): string =>
  trouble === undefined
    ? `${method} answers ${answer?.status ?? 'nothing'}`
    : `${method} gets no answer (${trouble.message})`;
