import type { Line } from './call.ts';
import type { Json } from '../contracts/expectation.ts';
import { succeeded } from '../contracts/http-status.ts';
import { valueAt } from '../contracts/pointer.ts';
import { valueOf } from '../checks/answer-body.ts';
import type { Exchange } from '../driver/exchange.ts';
import { sendCleanup } from './send-cleanup.ts';

/** An action, as the target shows it. */
export interface Found {
  readonly id: string;
  /** Empty where the target shows none. */
  readonly name: string;
  /** Milliseconds since the epoch; `NaN` where the target shows no date. */
  readonly createdAt: number;
}

/** The actions that a list shows, or the one that a create answers. */
export function actionsIn(exchange: Exchange): readonly Found[] {
  const body = valueOf(exchange);
  if (exchange.about.operation !== 'list') return found([body]);
  const listed = valueAt(body, '/actions');
  return Array.isArray(listed) ? found(listed as readonly Json[]) : [];
}

/** The actions with this very name; `undefined` when the target does not say. */
export async function findByName(line: Line, name: string): Promise<readonly Found[] | undefined> {
  const path = `/actions/actions?actionName=${encodeURIComponent(name)}&per_page=100`;
  const exchange = await sendCleanup(line, 'list', { method: 'GET', path });
  if (!succeeded(exchange.answer?.status ?? 0) || exchange.trouble !== undefined) return undefined;
  if (!Array.isArray(valueAt(valueOf(exchange), '/actions'))) return undefined;
  return actionsIn(exchange).filter((each) => each.name === name);
}

function found(actions: readonly (Json | undefined)[]): readonly Found[] {
  return actions.flatMap((each) => {
    const [id, name, createdAt] = ['/id', '/name', '/created_at'].map((place) => valueAt(each, place));
    if (typeof id !== 'string' || id === '') return [];
    return [
      {
        id,
        name: typeof name === 'string' ? name : '',
        createdAt: typeof createdAt === 'string' ? Date.parse(createdAt) : NaN,
      },
    ];
  });
}
