import type { Operation } from '../contracts/exercise.ts';
import { succeeded } from '../contracts/http-status.ts';
import type { Exchange } from '../driver/exchange.ts';

/** Operations that a target may lack and still be judged by the others, as a reader knows them. */
const WORDS: Readonly<Partial<Record<Operation, string>>> = {
  list: 'the list',
  update: 'PATCH',
  deploy: 'the deploy',
};

/** No such resource, no such method, or no such function (RFC 9110, 15.5.5, 15.5.6, 15.6.2). */
const MISSING: ReadonlySet<number> = new Set([404, 405, 501]);

/**
 * Why an answer says that the target does not have an operation at all, which is neither kept nor broken; `undefined`
 * where it does not say so.
 *
 * @param earlier the exchanges of the same case before it: only of an action that is there, and that nothing of the kind
 *   was done to yet, does a 404 mean the operation.
 */
export function notOffered(
  { about: { operation, credentials, fault, wire }, answer, recorded }: Exchange,
  earlier: readonly Exchange[],
): string | undefined {
  const words = WORDS[operation];
  if (words === undefined || answer === undefined || !MISSING.has(answer.status)) return undefined;
  // A recording may begin in the middle, and what is wrong with a request may be what it is refused for.
  if (recorded !== undefined || credentials !== 'valid' || fault !== undefined || wire !== undefined)
    return undefined;
  if (earlier.some((exchange) => exchange.about.operation === operation && isDone(exchange)))
    return undefined;
  if (operation !== 'list' && !isThere(earlier)) return undefined;
  return `not offered: ${words} answers ${answer.status}`;
}

/** Whether the last thing that was heard of the action is that it is there. */
function isThere(earlier: readonly Exchange[]): boolean {
  const last = earlier.findLast(
    ({ about }) => about.operation === 'create' || about.operation === 'read' || about.operation === 'delete',
  );
  return last !== undefined && last.about.operation !== 'delete' && isDone(last);
}

const isDone = ({ answer }: Exchange): boolean => succeeded(answer?.status ?? 0);
