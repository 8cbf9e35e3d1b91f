import type { Json } from '../../contracts/expectation.ts';
import { succeeded } from '../../contracts/http-status.ts';
import { valueAt } from '../../contracts/pointer.ts';
import { valueOf } from '../../checks/answer-body.ts';
import type { Exchange } from '../../driver/exchange.ts';
import { isActionId } from './action-id.ts';

/** An action, as the target shows it. */
export interface Found {
  readonly id: string;
  /** Empty where the target shows none. */
  readonly name: string;
  /** Milliseconds since the epoch; `NaN` where the target shows no date. */
  readonly createdAt: number;
}

/** The actions that a list shows, or the one that any other answer does; what has no id that can be one is left out. */
export function actionsIn(exchange: Exchange): readonly Found[] {
  const body = valueOf(exchange);
  if (exchange.about.operation !== 'list') return found([body]);
  return found(listIn(exchange) ?? []);
}

/** What a list shows; `undefined` where the answer is no list. */
export function listIn(exchange: Exchange): readonly Json[] | undefined {
  if (exchange.trouble !== undefined || !succeeded(exchange.answer?.status ?? 0)) return undefined;
  const listed = valueAt(valueOf(exchange), '/actions');
  return Array.isArray(listed) ? (listed as readonly Json[]) : undefined;
}

function found(actions: readonly (Json | undefined)[]): readonly Found[] {
  return actions.flatMap((each) => {
    const [id, name, createdAt] = ['/id', '/name', '/created_at'].map((place) => valueAt(each, place));
    if (typeof id !== 'string' || !isActionId(id)) return [];
    return [
      {
        id,
        name: typeof name === 'string' ? name : '',
        createdAt: typeof createdAt === 'string' ? Date.parse(createdAt) : NaN,
      },
    ];
  });
}
