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
import { mayRepeat } from './may-repeat.ts';
import { lacking, missingScope } from './scopes.ts';
import type { Session } from './session.ts';
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

/** Requests that may go into spending a rate limit. */
const MOST_TO_SPEND = 200;

/** Requests beyond those that remain before a limit is taken to be none. */
const SPARE = 10;

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
  private cannotSpend: string | undefined;
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
        await this.reachLimited();
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

  private async reachLimited(): Promise<void> {
    const { tokens } = this.session;
    await tokens.limited.refresh();
    const reason = tokens.limited.reasonNot(tokens.valid);
    if (reason !== undefined) throw new Unreachable(reason);
  }

  /** Sends requests until one is refused. */
  async spendLimit(caseId: string): Promise<void> {
    const { base, root } = this.session;
    if (!isLoopback(new URL(base).hostname)) {
      throw new Unreachable('the rate limit of a tenant is not spent on purpose: others live on it');
    }
    if (this.tellsRateLimit === false) throw new Unreachable(NO_LIMIT);
    if (this.cannotSpend !== undefined) throw new Unreachable(this.cannotSpend);
    const request = {
      method: 'GET',
      url: `${root.url}/actions/actions?per_page=1`,
      headers: { accept: 'application/json' },
    };
    for (let spent = 1, most = MOST_TO_SPEND; spent <= most; spent += 1) {
      const { answer, trouble } = await this.send(caseId, 'list', request, true);
      if (answer?.status === 429) {
        this.limitIsSpent = true;
        return;
      }
      if (trouble !== undefined) throw new Unreachable(trouble.message);
      const remaining = Number(answer?.headers['x-ratelimit-remaining'] ?? NaN);
      if (Number.isNaN(remaining)) throw new Unreachable(NO_LIMIT);
      if (spent + remaining > MOST_TO_SPEND) {
        throw this.unspendable(
          `the target says that ${remaining} requests remain, and ${MOST_TO_SPEND} are spent on purpose at the most`,
        );
      }
      // What it told at first it has to keep; what comes back meanwhile is not much.
      if (spent === 1) most = Math.min(MOST_TO_SPEND, 2 * remaining + SPARE);
      if (spent === most) {
        throw this.unspendable(
          `${spent} requests did not spend the rate limit, of which ${remaining} remain`,
        );
      }
    }
  }

  /** What was found out once is not tried for every interaction. */
  private unspendable(why: string): Unreachable {
    this.cannotSpend = why;
    return new Unreachable(why);
  }

  /** @param impatient where a spent rate limit is what is asked for. */
  private send(
    caseId: string,
    operation: About['operation'],
    request: SentRequest,
    impatient = false,
  ): Promise<Exchange> {
    const { sender, tokens, runMark } = this.session;
    return withToken(tokens, 'valid', () =>
      sender.send({
        case: caseId,
        kind: 'pact',
        about: { operation, credentials: 'valid', choices: [] },
        mayRepeat: () =>
          mayRepeat(this.session, operation, { name: actionName(runMark, caseId), id: undefined }),
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
    const { isBuilt, words } = await this.session.builds.wait(async () => ({
      status: (await asked(this.client(caseId).read(id))).status,
    }));
    if (!isBuilt) throw new Unreachable(words);
  }

  private client(caseId: string): ActionsClient {
    const { base, root, ledger, runMark } = this.session;
    const name = actionName(runMark, caseId);
    return new ActionsClient({
      base,
      api: root.url,
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
