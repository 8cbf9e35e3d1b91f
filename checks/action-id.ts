import type { Operation } from '../contracts/exercise.ts';
import type { Exchange } from '../driver/exchange.ts';

/** The item of the collection under any base path, which may be called `actions` itself. */
const ITEM = /^[^?#]*\/actions\/actions\/([^/?#]+)/;

/** Operations on the collection, whose last part is no id, whatever the base path is called. */
const ON_COLLECTION: ReadonlySet<Operation> = new Set(['create', 'list']);

/** Id of the action that a request is about; `undefined` where it is about none that is known before. */
export function actionIdIn({ about, request }: Pick<Exchange, 'about' | 'request'>): string | undefined {
  if (ON_COLLECTION.has(about.operation)) return undefined;
  const [, id] = ITEM.exec(request.url) ?? [];
  if (id === undefined) return undefined;
  try {
    return decodeURIComponent(id);
  } catch (error) {
    // Half an escape is a part of the id.
    if (error instanceof URIError) return id;
    throw error;
  }
}
