import type { Operation } from '../../contracts/exercise.ts';
import type { SentRequest } from '../../driver/exchange.ts';

/** What a recorded request asks of the Actions API. */
export interface Route {
  readonly operation: Operation;
  /** Scheme, host and port: two tenants in one recording are not mixed up. */
  readonly origin: string;
  /** The action's id, where the path has one. */
  readonly id?: string;
  readonly query: URLSearchParams;
}

/** The collection under any base path (a custom domain, a proxy), but not GitHub's repository of that name. */
const PATH = /^(?!.*\/repos\/actions\/actions).*\/actions\/actions(?:\/([^/]+)(\/deploy)?)?\/?$/;

const ON_COLLECTION: Readonly<Record<string, Operation>> = { POST: 'create', GET: 'list' };
const ON_ITEM: Readonly<Record<string, Operation>> = { GET: 'read', PATCH: 'update', DELETE: 'delete' };

/** Tells what a request is for; `undefined` where it is none that the contract speaks of. */
export function routeOf({ method, url }: SentRequest): Route | undefined {
  // A recording may keep the path alone, or a mask in place of the host.
  const parsed =
    URL.parse(url, 'https://recording.invalid') ??
    URL.parse(url.replace(/^[a-z]+:\/\/[^/]*/i, ''), 'https://recording.invalid');
  const match = parsed === null ? null : PATH.exec(parsed.pathname);
  if (parsed === null || match === null) return undefined;
  const [, id, deploy] = match;
  const { origin, searchParams: query } = parsed;
  if (id === undefined) return withOperation(ON_COLLECTION[method], { origin, query });
  const operation = deploy === undefined ? ON_ITEM[method] : method === 'POST' ? 'deploy' : undefined;
  return withOperation(operation, { origin, query, id: decoded(id) });
}

const withOperation = (operation: Operation | undefined, rest: Omit<Route, 'operation'>) =>
  operation === undefined ? undefined : { operation, ...rest };

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch (error) {
    if (error instanceof URIError) return id;
    throw error;
  }
}
