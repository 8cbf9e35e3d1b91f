import type { Exchange } from '../../driver/exchange.ts';

/** Statuses with which a server says that there is nothing by this path, or not for this method. */
const NOTHING_HERE: ReadonlySet<number> = new Set([404, 405, 410, 501]);

/** Whether an answer is a page for people. */
export const isPage = ({ answer }: Pick<Exchange, 'answer'>): boolean =>
  /text\/html/i.test(String(answer?.headers['content-type'] ?? ''));

/** Whether a server sends elsewhere. */
export const isRedirect = ({ answer }: Pick<Exchange, 'answer'>): boolean =>
  answer !== undefined && answer.status >= 300 && answer.status < 400;

/** Whether an answer can be one of the API's own, even if it is a refusal. */
export const isApi = ({ answer, trouble }: Pick<Exchange, 'answer' | 'trouble'>): boolean =>
  answer !== undefined &&
  trouble === undefined &&
  !NOTHING_HERE.has(answer.status) &&
  !isRedirect({ answer }) &&
  !isPage({ answer });
