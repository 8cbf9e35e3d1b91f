import type { Action, ActionChanges, ActionVersion, NewAction } from '../contracts/wire-types.ts';
import { succeeded } from '../contracts/http-status.ts';
import { isObject } from '../contracts/pointer.ts';
import { ApiError, TargetError } from './errors.ts';
import type { Answer, SentRequest, Trouble } from './exchange.ts';
import { pathSegment } from './path-segment.ts';
import { isAnswer } from './transport.ts';

/** What a client needs to know. */
export interface ClientOptions {
  /** Base URL of the tenant, without `/api/v2`. */
  readonly base: string;
  /** Root of the Management API, where it is not `/api/v2` below the base URL. */
  readonly api?: string;
  /** Access token; requests go out without one where it is left out. */
  readonly token?: string;
  /** Sends one request, such as `transport.send`. */
  readonly send: (request: SentRequest) => Promise<Answer | Trouble>;
}

/** What a list may be limited to. */
export interface ListQuery {
  readonly actionName?: string;
  /** Counts from 0. */
  readonly page?: number;
  readonly per_page?: number;
}

interface ActionList {
  readonly actions?: readonly Action[];
}

/**
 * A client of the operations on actions.
 *
 * Its types are what the contract promises: an answer that breaks the promise is not what its type says, and whoever
 * must know holds it against the schemas. Each method throws {@link ApiError} for a refusal, and {@link TargetError}
 * where there is no answer, or none that can be read.
 */
export class ActionsClient {
  private readonly options: ClientOptions;

  constructor(options: ClientOptions) {
    this.options = options;
  }

  create(action: NewAction): Promise<Action> {
    return this.object('POST', '', action);
  }

  read(id: string): Promise<Action> {
    return this.object('GET', `/${pathSegment(id)}`);
  }

  async list(query: ListQuery = {}): Promise<readonly Action[]> {
    const search = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
    );
    const { actions } = await this.object<ActionList>(
      'GET',
      search.size === 0 ? '' : `?${search.toString()}`,
    );
    if (actions === undefined) throw unreadable('an answer to a list that has no `actions`');
    return actions;
  }

  update(id: string, changes: ActionChanges): Promise<Action> {
    return this.object('PATCH', `/${pathSegment(id)}`, changes);
  }

  /** Deploys the action as it is, and answers the version that this made. */
  deploy(id: string): Promise<ActionVersion> {
    return this.object('POST', `/${pathSegment(id)}/deploy`);
  }

  /** @param options with `force`, an action that is bound to a trigger goes too. */
  async delete(id: string, { force = false }: { readonly force?: boolean } = {}): Promise<void> {
    await this.answer('DELETE', `/${pathSegment(id)}${force ? '?force=true' : ''}`);
  }

  /** The object that a tenant answers. That it is a `Promised` is taken at the contract's word. */
  private async object<Promised extends object>(
    method: string,
    path: string,
    body?: NewAction | ActionChanges,
  ): Promise<Promised> {
    const { text } = await this.answer(method, path, body);
    const value = parsed(text);
    if (!isObject(value)) throw unreadable(`an answer to ${method} that is no JSON object`);
    return value as object as Promised;
  }

  private async answer(method: string, path: string, body?: NewAction | ActionChanges): Promise<Answer> {
    const { base, api = `${base}/api/v2`, token, send } = this.options;
    const outcome = await send({
      method,
      url: `${api}/actions/actions${path}`,
      headers: {
        accept: 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!isAnswer(outcome)) {
      throw new TargetError('TARGET_UNREACHABLE', `${base} gave no answer: ${outcome.message}`);
    }
    if (!succeeded(outcome.status)) throw refusalOf(outcome);
    return outcome;
  }
}

function refusalOf({ status, text }: Answer): ApiError {
  const body = parsed(text);
  const { message, errorCode } = isObject(body) ? body : {};
  return new ApiError(
    status,
    typeof errorCode === 'string' ? errorCode : `HTTP_${status}`,
    typeof message === 'string' ? message : `the tenant answered ${status} and no message`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const unreadable = (what: string): TargetError =>
  new TargetError('UNREADABLE_ANSWER', `the tenant gave ${what}`);
