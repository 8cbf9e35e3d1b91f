import { statusOf } from '../../checks/build-status.ts';
import { valueOf } from '../../checks/answer-body.ts';
import type { Sequence, Step } from '../../contracts/exercise.ts';
import type { Json } from '../../contracts/expectation.ts';
import { DELETED, succeeded } from '../../contracts/http-status.ts';
import { isObject, valueAt } from '../../contracts/pointer.ts';
import type { Exchange } from '../../driver/exchange.ts';
import type { Route } from './route.ts';

/** A step that an exchange turns out to be, with the exchanges that it builds on. */
export interface RecordedStep {
  readonly sequence: Sequence;
  readonly step: Step;
  readonly earlier: readonly Exchange[];
}

/** What a recording has shown of one action so far. */
interface Life {
  /** Its create, as long as no update made another action of it. */
  creation?: Exchange;
  /** Since the last change: the statuses of one build. */
  building: Exchange[];
  deployed: boolean;
  /** After another answer to a deletion than the documented one, nobody knows. */
  deleted: boolean | 'perhaps';
}

/** Query parameters that do not hide an action from a list. */
const HARMLESS = new Set(['page', 'per_page', 'include_totals', 'actionName']);

/** Follows the actions of one recording through their lives, so that later answers can be held against earlier ones. */
export class Lives {
  private readonly lives = new Map<string, Life>();
  private readonly creations: { readonly origin: string; readonly exchange: Exchange }[] = [];

  /** The steps that an exchange is; remembers it for those that follow. */
  follow(exchange: Exchange, route: Route): readonly RecordedStep[] {
    const ok = succeeded(exchange.answer?.status ?? 0);
    switch (route.operation) {
      case 'create':
        return ok ? this.created(exchange, route.origin) : [];
      case 'list':
        return this.listed(exchange, route);
      case 'read':
        return this.read(exchange, this.lifeOf(route), ok);
      case 'update':
        return changed(exchange, this.lifeOf(route), ok);
      case 'deploy':
        if (ok) this.lifeOf(route).deployed = true;
        return [{ sequence: 'life', step: 'deployed', earlier: [] }];
      case 'delete':
        return deleted(exchange, this.lifeOf(route));
    }
  }

  private lifeOf({ origin, id = '' }: Pick<Route, 'origin' | 'id'>): Life {
    const key = `${origin} ${id}`;
    const life = this.lives.get(key) ?? { building: [], deployed: false, deleted: false };
    this.lives.set(key, life);
    return life;
  }

  private created(exchange: Exchange, origin: string): readonly RecordedStep[] {
    const body = valueOf(exchange);
    const id = valueAt(body, '/id');
    const before = this.creations.findLast((each) => each.origin === origin)?.exchange;
    const namesake = this.creations.findLast(
      (each) => each.origin === origin && valueAt(valueOf(each.exchange), '/name') === valueAt(body, '/name'),
    )?.exchange;
    if (typeof id === 'string') {
      const life = this.lifeOf({ origin, id });
      Object.assign(life, { creation: exchange, building: [exchange], deployed: false, deleted: false });
    }
    // One answer that was recorded twice is not two actions.
    const isRepeat = before?.answer?.text === exchange.answer?.text;
    if (isRepeat) return [];
    this.creations.push({ origin, exchange });
    if (this.creations.length > MOST_CREATIONS) this.creations.shift();
    return [
      ...(before === undefined ? [] : [step('created-again', [before])]),
      ...(namesake === undefined
        ? []
        : [{ sequence: 'same-name', step: 'created-again', earlier: [namesake] } as const]),
    ];
  }

  private listed(exchange: Exchange, { origin, query }: Route): readonly RecordedStep[] {
    const isFirstPage = Number(query.get('page') ?? '0') === 0;
    const paged = query.has('per_page') ? [step('paged', [])] : [];
    if (!isFirstPage) return paged;
    const newest = this.creations.findLast((each) => each.origin === origin)?.exchange;
    const isThere = newest !== undefined && this.shouldList(exchange, newest, origin, query);
    return [step('listed', isThere ? [newest] : []), ...paged];
  }

  /** Whether a list leaves no room for the action not to be in it. */
  private shouldList(
    exchange: Exchange,
    creation: Exchange,
    origin: string,
    query: URLSearchParams,
  ): boolean {
    const body = valueOf(exchange);
    const actions = valueAt(body, '/actions');
    const total = valueAt(body, '/total');
    const id = valueAt(valueOf(creation), '/id');
    const life = typeof id === 'string' ? this.lives.get(`${origin} ${id}`) : undefined;
    if (life === undefined || life.deleted !== false || life.creation !== creation) return false;
    if ([...query.keys()].some((name) => !HARMLESS.has(name))) return false;
    const wanted = query.get('actionName');
    if (wanted !== null && wanted !== valueAt(valueOf(creation), '/name')) return false;
    const shown = Array.isArray(actions) ? (actions as readonly Json[]).length : 0;
    // Real tenants leave out a `total` of 0.
    return isObject(body) && (total === undefined ? shown === 0 : total === shown);
  }

  private read(exchange: Exchange, life: Life, ok: boolean): readonly RecordedStep[] {
    if (life.deleted !== false) return life.deleted === true ? [step('read-gone', [])] : [];
    const steps: RecordedStep[] = life.creation === undefined ? [] : [step('read', [life.creation])];
    if (!ok) return steps;
    if (life.building.length > 0) steps.push(step('awaited', [...life.building]));
    if (life.deployed) steps.push(step('read-deployed', []));
    // Only the last status bears on the next one.
    if (statusOf(exchange) !== undefined) life.building = [exchange];
    return steps;
  }
}

/** Creates that later ones are compared with: enough for any test, and no more in memory. */
const MOST_CREATIONS = 50;

const step = (name: Step, earlier: readonly Exchange[]): RecordedStep => ({
  sequence: 'life',
  step: name,
  earlier,
});

function changed(exchange: Exchange, life: Life, ok: boolean): readonly RecordedStep[] {
  if (!ok) return [];
  delete life.creation;
  life.building = [exchange];
  life.deployed = false;
  return [];
}

function deleted(exchange: Exchange, life: Life): readonly RecordedStep[] {
  const status = exchange.answer?.status ?? 0;
  if (life.deleted === 'perhaps') return [];
  const steps = [step(life.deleted ? 'deleted-gone' : 'deleted', [])];
  if (status === DELETED) life.deleted = true;
  else if (!life.deleted && (succeeded(status) || status === 404)) life.deleted = 'perhaps';
  return steps;
}
