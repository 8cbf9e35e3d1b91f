import type { About } from '../contracts/case.ts';
import type { Credentials } from '../contracts/exercise.ts';
import type { JsonObject } from '../contracts/pointer.ts';
import type { NewAction } from '../contracts/wire-types.ts';
import { ActionsClient } from '../driver/client.ts';
import { messageOf } from '../driver/errors.ts';
import type { Exchange, SentRequest } from '../driver/exchange.ts';
import { isLoopback } from '../driver/loopback.ts';
import { actionName } from './action-name.ts';
import { isActionId } from './cleanup/action-id.ts';
import { bookExchange } from './cleanup/book-exchange.ts';
import { mayChange } from './cleanup/owner-of.ts';
import { UNMET } from './reasons.ts';
import { lacking, missingScope } from './scopes.ts';
import { API, type Session } from './session.ts';
import { withToken } from './with-token.ts';

/** A state that this target cannot be brought into, and why. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** What reaching a state came to. */
interface Reached {
  readonly credentials?: Credentials;
  /** Id of the action that the interaction is about. */
  readonly id?: string;
}

/** The state in which every request is refused. */
export const SPENT_LIMIT = 'the rate limit is spent';

const NO_LIMIT = 'the target tells no rate limit that could be spent';

/** How long to wait for a build, and before the second look at it, in milliseconds; pauses double. */
const BUILD_MS = 60_000;
const FIRST_PAUSE_MS = 50;

/** Statuses on which another follows. */
const UNDER_WAY: ReadonlySet<string> = new Set(['pending', 'building', 'packaged', 'retrying']);

/** Requests that may go into spending a rate limit. */
const MOST_TO_SPEND = 200;

/** A well-formed id that no tenant gives. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

const ACTION: Omit<NewAction, 'name'> = {
  supported_triggers: [{ id: 'post-login', version: 'v3' }],
  code: 'exports.onExecutePostLogin = async (event, api) => {};',
};

/** Brings a target into the states that pacts ask for, through its API. */
export class ProviderStates {
  /** From now on an answer of 429 is what is asked for, and nothing to wait for. */
  limitIsSpent = false;
  private readonly session: Session;
  private readonly tellsRateLimit: boolean | undefined;

  /** @param tellsRateLimit whether the target says what is left of its rate limit; absent when it is not known yet. */
  constructor(session: Session, tellsRateLimit?: boolean) {
    this.session = session;
    this.tellsRateLimit = tellsRateLimit;
  }

  /**
   * @param caseId that what is created is named after.
   * @throws Unreachable where the target, or what the run may spend, does not allow it.
   */
  async reach(state: string, parameters: JsonObject, caseId: string): Promise<Reached> {
    this.limitIsSpent = false;
    switch (state) {
      case '':
      case 'a client may create actions':
        return {};
      case 'a client has no token':
        return { credentials: 'none' };
      case 'a client lacks a scope':
        if (parameters['scope'] !== 'create:actions') {
          throw new Unreachable(
            `no token that lacks ${JSON.stringify(parameters['scope'] ?? null)} can be given`,
          );
        }
        if (this.session.tokens.unscoped === undefined) throw new Unreachable(UNMET['unscoped-token']);
        if (this.session.tokens.limitedScopes?.has('create:actions') === true) {
          throw new Unreachable('the limited token has the scope create:actions');
        }
        return { credentials: 'unscoped' };
      case SPENT_LIMIT:
        await this.spendLimit(caseId);
        return {};
      case 'an action exists':
        return { id: await this.createAction(caseId) };
      case 'an action is built': {
        const id = await this.createAction(caseId);
        await this.awaitBuild(id, caseId);
        return { id };
      }
      case 'an action does not exist':
        return { id: NOBODY };
      default:
        throw new Unreachable(`the suite cannot bring about the state “${state}”`);
    }
  }

  /** Sends requests until one is refused. */
  async spendLimit(caseId: string): Promise<void> {
    const { base } = this.session;
    if (!isLoopback(new URL(base).hostname)) {
      throw new Unreachable('the rate limit of a tenant is not spent on purpose: others live on it');
    }
    if (this.tellsRateLimit === false) throw new Unreachable(NO_LIMIT);
    const request = {
      method: 'GET',
      url: `${base}${API}/actions/actions?per_page=1`,
      headers: { accept: 'application/json' },
    };
    for (let spent = 0; spent < MOST_TO_SPEND; spent += 1) {
      const { answer, trouble } = await this.send(caseId, 'list', request, true);
      if (answer?.status === 429) {
        this.limitIsSpent = true;
        return;
      }
      if (trouble !== undefined) throw new Unreachable(trouble.message);
      if (answer?.headers['x-ratelimit-remaining'] === undefined) {
        throw new Unreachable(NO_LIMIT);
      }
    }
    throw new Unreachable(`${MOST_TO_SPEND} requests did not spend the rate limit`);
  }

  /** @param impatient where a spent rate limit is what is asked for. */
  private send(
    caseId: string,
    operation: About['operation'],
    request: SentRequest,
    impatient = false,
  ): Promise<Exchange> {
    const { sender, tokens } = this.session;
    return withToken(tokens, 'valid', () =>
      sender.send({
        case: caseId,
        kind: 'pact',
        about: { operation, credentials: 'valid', choices: [] },
        request: { ...request, headers: { ...request.headers, authorization: `Bearer ${tokens.valid}` } },
        ...(impatient ? { impatient } : {}),
      }),
    );
  }

  private async createAction(caseId: string): Promise<string> {
    const missing = missingScope([{ operation: 'create', credentials: 'valid' }], this.session.tokens.scopes);
    if (missing !== undefined) throw new Unreachable(lacking(missing));
    const name = actionName(this.session.runMark, caseId);
    const { id } = await asked(this.client(caseId).create({ ...ACTION, name }));
    if (typeof id !== 'string' || !isActionId(id))
      throw new Unreachable('the target created an action without an id');
    if (!(await mayChange(this.session, id)))
      throw new Unreachable('the target did not show that the id which it gave is that of the action');
    return id;
  }

  private async awaitBuild(id: string, caseId: string): Promise<void> {
    const { time } = this.session;
    const deadline = time.now() + BUILD_MS;
    for (let pause = FIRST_PAUSE_MS; time.now() < deadline; pause *= 2) {
      const { status } = await asked(this.client(caseId).read(id));
      // A target that tells no status has to be taken at its word.
      if (status === undefined || status === 'built') return;
      if (!UNDER_WAY.has(status)) throw new Unreachable(`the build of the action ended as ${status}`);
      await time.pause(pause);
    }
    throw new Unreachable(`the action was not built within ${BUILD_MS / 1000} s`);
  }

  private client(caseId: string): ActionsClient {
    const { base, ledger, runMark } = this.session;
    const name = actionName(runMark, caseId);
    return new ActionsClient({
      base,
      send: async (request) => {
        const operation = request.method === 'POST' ? 'create' : 'read';
        if (operation === 'create') ledger.noteAsked(name);
        const exchange = await this.send(caseId, operation, request);
        bookExchange(this.session, exchange, name, undefined);
        return exchange.trouble ?? exchange.answer ?? { kind: 'broken-off', message: 'no answer arrived' };
      },
    });
  }
}

async function asked<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer;
  } catch (error) {
    throw new Unreachable(`the target did not reach it: ${messageOf(error)}`);
  }
}
