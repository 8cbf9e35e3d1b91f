import type { About } from '../contracts/case.ts';
import type { Credentials, Step } from '../contracts/exercise.ts';
import type { Json } from '../contracts/expectation.ts';
import { isObject } from '../contracts/pointer.ts';
import { sentValue } from '../checks/answer-body.ts';
import type { Exchange } from '../driver/exchange.ts';

/** Which step of the sequence `life` is a request on an action in this state. */
const STEPS: Readonly<Record<string, Partial<Record<About['operation'], Step>>>> = {
  'an action exists': { read: 'read', delete: 'deleted' },
  'an action is built': { deploy: 'deployed' },
  'an action does not exist': { read: 'read-gone', delete: 'deleted-gone' },
};

/** Exchanges of a run, in which what a pact asks for may be found, so that it need not be sent again. */
export class PastExchanges {
  private readonly exchanges: Exchange[];

  constructor(exchanges: readonly Exchange[]) {
    this.exchanges = exchanges.filter(({ answer, trouble }) => answer !== undefined && trouble === undefined);
  }

  /** Adds an exchange that was made since. */
  add(exchange: Exchange): void {
    this.exchanges.push(exchange);
  }

  /** Whether the target told how much of a rate limit is left. */
  get tellRateLimit(): boolean {
    return this.exchanges.some(({ answer }) => answer?.headers['x-ratelimit-remaining'] !== undefined);
  }

  /** This operation on an action in this state. */
  onAction(state: string, operation: About['operation']): Exchange | undefined {
    const step = STEPS[state]?.[operation];
    if (step === undefined) return undefined;
    return this.exchanges.find(({ about }) => about.at?.sequence === 'life' && about.at.step === step);
  }

  /** A create with these credentials that said the same, but for the name. */
  create(credentials: Credentials, said: Json | undefined): Exchange | undefined {
    const wanted = nameless(said);
    return this.exchanges.find(
      (each) =>
        each.about.operation === 'create' &&
        each.about.credentials === credentials &&
        each.about.wire === undefined &&
        nameless(sentValue(each)) === wanted,
    );
  }
}

/** Id of the action that a request is about. */
export const idIn = ({ request }: Pick<Exchange, 'request'>): string =>
  decodeURIComponent(/\/actions\/actions\/([^/?]+)/.exec(request.url)?.[1] ?? '');

/** Whether a name was sent matters, and what it was does not. */
function nameless(value: Json | undefined): string {
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const parts = Object.entries(value).filter(([name]) => name !== 'name');
  return JSON.stringify([parts.toSorted(([a], [b]) => (a < b ? -1 : 1)), 'name' in value]);
}
