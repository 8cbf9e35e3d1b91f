import type { Json } from '../contracts/expectation.ts';
import { refused, succeeded } from '../contracts/http-status.ts';
import { isObject, valueAt, type JsonObject } from '../contracts/pointer.ts';
import type { Exchange } from '../driver/exchange.ts';
import { actionIdIn } from './action-id.ts';
import { sentValue, valueOf } from './answer-body.ts';

/** When an answer told a moment: the moment, and when the request was sent. */
interface Told {
  readonly moment: Json;
  readonly startedAt?: string;
}

/** What earlier answers told of one action. */
export interface KnownAction {
  /** The action as a create or the last update answered it; as a read did, where neither is known. */
  readonly shown?: JsonObject;
  /** The answer that told of its creation. */
  readonly creation?: string;
  /** The status of its build that was told last, since it last changed. */
  readonly status?: Json;
  /** The latest `updated_at`. */
  readonly updated?: Told;
  /** Whether it was ever deployed. */
  readonly deployed: 'no' | 'yes' | 'unknown';
  /** The version that the last deploy answered. */
  readonly version?: JsonObject;
  /** Number of its latest version, 0 where it has none. */
  readonly versions?: number;
  /** Whether it was updated since its last deploy. */
  readonly changed: boolean;
  readonly deleted: boolean;
}

/** What the id of a version was given to. */
interface Owner {
  /** Key of the action. */
  readonly action: string;
  readonly number?: Json;
}

/** Actions that are remembered in full; of older ones the ids alone. */
const MOST_ACTIONS = 100;

/** Ids that are remembered: those of any run, and no more in memory. */
const MOST_IDS = 50_000;

const UNKNOWN: KnownAction = { deployed: 'unknown', changed: false, deleted: false };

/** What the exchanges of a run, or of a recording, have shown so far: an answer is held against those before it. */
export class Memory {
  /** Whether others sent what is judged, and recorded it: then every action is looked at, whoever created it. */
  readonly isRecording: boolean;
  /** Whether it is not told of all exchanges that there were. */
  readonly isPartial: boolean;
  private readonly actions = new Map<string, KnownAction>();
  /** Ids of actions that were created. */
  private readonly created = new Set<string>();
  private readonly versions = new Map<string, Owner>();

  constructor({
    isRecording = false,
    isPartial = false,
  }: Partial<Pick<Memory, 'isPartial' | 'isRecording'>> = {}) {
    this.isRecording = isRecording;
    this.isPartial = isPartial;
  }

  /** What is known of the action with this id, on the server that an exchange is with. */
  action(exchange: Exchange, id: Json | undefined = actionIdIn(exchange)): KnownAction | undefined {
    return typeof id === 'string' ? this.actions.get(keyOf(exchange.request.url, id)) : undefined;
  }

  /** Whether a create before this exchange answered this id. */
  wasCreated({ request }: Exchange, id: Json | undefined): boolean {
    return typeof id === 'string' && this.created.has(keyOf(request.url, id));
  }

  /** Whether it is for whoever judges to judge the action with this id. */
  concerns(exchange: Exchange, id: Json | undefined): boolean {
    return this.isRecording || this.wasCreated(exchange, id);
  }

  /**
   * Whether a version of another action had the id of this version of an action; or, where it was made just now, one of
   * another number.
   */
  isTaken({ about, request }: Exchange, { id, number }: JsonObject, of: Json | undefined): boolean {
    if (typeof id !== 'string' || typeof of !== 'string') return false;
    const owner = this.versions.get(keyOf(request.url, id));
    if (owner === undefined) return false;
    const isOther = typeof number === 'number' && typeof owner.number === 'number' && number !== owner.number;
    return owner.action !== keyOf(request.url, of) || (about.operation === 'deploy' && isOther);
  }

  /** Whether anything is known that an id could repeat. */
  get isEmpty(): boolean {
    return this.created.size === 0;
  }

  /** Learns what an exchange showed; to be told of each once, after it was judged. */
  learn(exchange: Exchange): void {
    const { about } = exchange;
    const body = succeeded(statusOf(exchange)) ? valueOf(exchange) : undefined;
    if (about.operation === 'create') {
      if (isObject(body)) this.learnCreate(exchange, body);
      return;
    }
    const id = actionIdIn(exchange);
    if (id === undefined) return;
    const key = keyOf(exchange.request.url, id);
    const known = this.actions.get(key) ?? UNKNOWN;
    const next = afterwards(exchange, known, body);
    if (next !== known) this.keep(key, next);
    if (isObject(body)) this.noteVersion(key, about.operation === 'deploy' ? body : body['deployed_version']);
  }

  private learnCreate(exchange: Exchange, body: JsonObject): void {
    const { id, deployed_version: version, status, updated_at: moment } = body;
    if (typeof id !== 'string') return;
    const { request, answer, startedAt } = exchange;
    const key = keyOf(request.url, id);
    note(this.created, key);
    this.noteVersion(key, version);
    const sent = sentValue(exchange);
    const asked = isObject(sent) && sent['deploy'] === true;
    const number = asked || version !== undefined ? valueAt(body, '/deployed_version/number') : 0;
    this.keep(key, {
      shown: body,
      ...(answer === undefined ? {} : { creation: answer.text }),
      ...(status === undefined ? {} : { status }),
      ...(moment === undefined ? {} : { updated: toldAt(moment, startedAt, undefined) }),
      deployed: asked || version !== undefined ? 'unknown' : 'no',
      ...(typeof number === 'number' ? { versions: number } : {}),
      changed: false,
      deleted: false,
    });
  }

  private noteVersion(key: string, version: Json | undefined): void {
    if (!isObject(version) || typeof version['id'] !== 'string') return;
    const { id, number } = version;
    const taken = `${key.slice(0, key.indexOf(' '))} ${id}`;
    if (this.versions.has(taken)) return;
    this.versions.set(taken, { action: key, ...(number === undefined ? {} : { number }) });
    dropOldest(this.versions, MOST_IDS);
  }

  private keep(key: string, known: KnownAction): void {
    this.actions.delete(key);
    this.actions.set(key, known);
    dropOldest(this.actions, MOST_ACTIONS);
  }
}

/** The status of the API's own answer; 0 where there is none, and nobody knows what became of the request. */
const statusOf = ({ answer, trouble }: Exchange): number =>
  trouble === undefined ? (answer?.status ?? 0) : 0;

/** What is known of an action after an exchange that is about it. */
function afterwards(exchange: Exchange, known: KnownAction, body: Json | undefined): KnownAction {
  const { about, startedAt } = exchange;
  const status = statusOf(exchange);
  const action = isObject(body) ? body : undefined;
  switch (about.operation) {
    case 'read':
      return action === undefined ? known : { shown: action, ...seen(known, action, startedAt) };
    case 'update': {
      if (refused(status)) return known;
      const { status: _before, ...rest } = known;
      if (action !== undefined) return { ...seen(rest, action, startedAt), shown: action, changed: true };
      const { shown: _shown, ...left } = rest;
      return { ...left, changed: true };
    }
    case 'deploy': {
      if (refused(status)) return known;
      const { version: _version, versions: _number, ...rest } = known;
      if (action === undefined) return { ...rest, deployed: succeeded(status) ? 'yes' : 'unknown' };
      const { number } = action;
      return {
        ...rest,
        deployed: 'yes',
        version: action,
        changed: false,
        ...(typeof number === 'number' ? { versions: number } : {}),
      };
    }
    case 'delete':
      return succeeded(status) || status === 404 ? { ...known, deleted: true } : known;
    default:
      return known;
  }
}

/** Notes the moment and the status that an answer told. */
function seen(known: KnownAction, action: JsonObject, startedAt: string | undefined): KnownAction {
  const { status, updated_at: moment } = action;
  return {
    ...known,
    ...(status === undefined ? {} : { status }),
    ...(moment === undefined ? {} : { updated: toldAt(moment, startedAt, known.updated) }),
  };
}

/** A moment that was told before was over by then. */
const toldAt = (moment: Json, startedAt: string | undefined, before: Told | undefined): Told =>
  before?.moment === moment ? before : { moment, ...(startedAt === undefined ? {} : { startedAt }) };

/** Two servers in one recording are not mixed up. */
function keyOf(url: string, id: string): string {
  return `${URL.parse(url)?.origin ?? ''} ${id}`;
}

function note(ids: Set<string>, id: string): void {
  ids.delete(id);
  ids.add(id);
  dropOldest(ids, MOST_IDS);
}

function dropOldest(kept: Set<string> | Map<string, unknown>, most: number): void {
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}
