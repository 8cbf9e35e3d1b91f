import { createHash } from 'node:crypto';

import type { About } from '../contracts/case.ts';
import type { Credentials } from '../contracts/exercise.ts';
import { refused } from '../contracts/http-status.ts';
import { valueAt, type JsonObject } from '../contracts/pointer.ts';
import { jsonIn } from '../contracts/parse-json.ts';
import { messageOf } from '../driver/errors.ts';
import type { Answer, Exchange, SentRequest } from '../driver/exchange.ts';
import { operationOf } from '../pacts/endpoint.ts';
import { titleOf } from '../pacts/pact.ts';
import type { Provider, RelayedRequest } from '../pacts/relay.ts';
import type { Part } from '../pacts/verifier.ts';
import { actionName } from './action-name.ts';
import { bookExchange } from './cleanup/book-exchange.ts';
import { cleanUp } from './cleanup/clean-up.ts';
import { claim, mayChange } from './cleanup/owner-of.ts';
import { authorization } from './credentials.ts';
import { idIn, type PastExchanges } from './past-exchanges.ts';
import { mayRepeat } from './may-repeat.ts';
import { ProviderStates, Unreachable } from './provider-states.ts';
import { lacking, missingScope } from './scopes.ts';
import { API } from './preflight/api-root.ts';
import type { Session } from './session.ts';
import type { Stage } from './stage.ts';
import { doubtLimited } from './preflight/doubt-limited.ts';
import { withToken } from './with-token.ts';

const LOCKED_OUT = 'the target no longer accepts the token';

/** The exchange that shows an interaction: one of its own, or one that the run had already. */
interface Shown {
  readonly exchange: Exchange;
  readonly reused: boolean;
}

/** How an interaction stands while it is played. */
interface Playing {
  /** The case under which its exchanges are kept. */
  readonly caseId: string;
  readonly operation: About['operation'];
  credentials: Credentials;
  /** Why it cannot be played. */
  reason: string | undefined;
  shown: Shown | undefined;
}

/**
 * The target, as Pact's Verifier sees it: requests go through the sender with the run's own tokens, and every action
 * is deleted after its interaction.
 */
export class PactProvider implements Provider {
  private readonly session: Session;
  private readonly playing: readonly Playing[];
  private readonly states: ProviderStates;
  private readonly past: PastExchanges | undefined;
  private readonly stage: Pick<Stage, 'stopped'>;

  /**
   * @param stage tells whether anything may be sent still.
   * @param past in which requests are looked for before they are sent; nothing is reused when it is absent.
   */
  constructor(
    stage: Pick<Stage, 'session' | 'stopped'>,
    parts: readonly Part[],
    past: PastExchanges | undefined,
  ) {
    const { session } = stage;
    this.session = session;
    this.stage = stage;
    this.past = past;
    this.states = new ProviderStates(session, past?.tellRateLimit);
    this.playing = parts.map((part) => ({
      caseId: caseIdOf(part),
      operation: operationOf(part.interaction.request) ?? 'read',
      credentials: 'valid',
      reason: undefined,
      shown: undefined,
    }));
  }

  /** Why an interaction was not played; `undefined` where it was. */
  reasonOf(number: number): string | undefined {
    const { credentials, reason, shown } = this.at(number);
    const isLockedOut = credentials === 'valid' && shown?.exchange.answer?.status === 401;
    return reason ?? shown?.exchange.trouble?.message ?? (isLockedOut ? LOCKED_OUT : undefined);
  }

  /** The exchange that shows an interaction. */
  shownBy(number: number): Shown | undefined {
    return this.at(number).shown;
  }

  async setUp(number: number, state: string, parameters: JsonObject): Promise<JsonObject> {
    const playing = this.at(number);
    const { caseId, operation } = playing;
    const name = actionName(this.session.runMark, caseId);
    const past = this.past?.onAction(state, operation);
    if (past !== undefined) {
      playing.shown = { exchange: past, reused: true };
      return { name, id: idIn(past) };
    }
    try {
      const { stopped } = this.stage;
      if (stopped !== undefined) throw new Unreachable(stopped);
      this.checkScope(playing);
      const { credentials, id } = await this.states.reach(state, parameters, caseId);
      playing.credentials = credentials ?? playing.credentials;
      return { name, ...(id === undefined ? {} : { id }) };
    } catch (error) {
      playing.reason = messageOf(error);
      throw error;
    }
  }

  /** Interactions are played one after the other, and so whatever is there is this one's. */
  async tearDown(): Promise<void> {
    if (this.session.ledger.open > 0) await cleanUp(this.session);
  }

  async answer(number: number, request: RelayedRequest): Promise<Answer> {
    const playing = this.at(number);
    // An interaction without a state was not looked at before.
    this.checkScope(playing);
    playing.shown ??= this.sameAsBefore(playing, request) ?? (await this.play(playing, request));
    // The Verifier must get some answer; what it makes of this one is not looked at.
    return playing.shown.exchange.answer ?? { status: 502, headers: {}, text: '', utf8: true };
  }

  private sameAsBefore({ operation, credentials }: Playing, { body }: RelayedRequest): Shown | undefined {
    if (operation !== 'create') return undefined;
    const exchange = this.states.limitIsSpent ? undefined : this.past?.create(credentials, jsonIn(body));
    return exchange === undefined ? undefined : { exchange, reused: true };
  }

  private async play(playing: Playing, request: RelayedRequest): Promise<Shown> {
    let exchange = await this.send(playing, request);
    // A limit fills up again while nobody looks.
    for (
      let again = 0;
      again < 2 && this.states.limitIsSpent && exchange.answer?.status !== 429;
      again += 1
    ) {
      // What it let through takes the place of what is tried next.
      await this.tearDown();
      await this.states.spendLimit(playing.caseId);
      exchange = await this.send(playing, request);
    }
    this.past?.add(exchange);
    return { exchange, reused: false };
  }

  private async send(
    { caseId, operation, credentials }: Playing,
    relayed: RelayedRequest,
  ): Promise<Exchange> {
    const { ledger, refusedNames, sender, tokens } = this.session;
    const named = valueAt(jsonIn(relayed.body), '/name');
    const name = typeof named === 'string' ? named : '';
    const id = operation === 'create' ? undefined : idIn({ request: this.requestFor(relayed, credentials) });
    if (id !== undefined && id !== '' && relayed.method !== 'GET' && !(await mayChange(this.session, id)))
      throw new Unreachable('the action is not the one that the run created');
    if (operation === 'create' && name !== '' && !(await claim(this.session, name)))
      throw new Unreachable('the target lists no actions, so that this one could not be told from others');
    if (operation === 'create') ledger.noteAsked(name);
    const sent = await withToken(tokens, credentials, () =>
      sender.send({
        case: caseId,
        kind: 'pact',
        about: { operation, credentials, choices: [] },
        request: this.requestFor(relayed, credentials),
        mayRepeat: () => mayRepeat(this.session, operation, { name, id }),
        ...(this.states.limitIsSpent ? { impatient: true } : {}),
      }),
    );
    const exchange = await doubtLimited(this.session, sent);
    if (operation === 'create' && exchange.trouble === undefined && refused(exchange.answer?.status ?? 0))
      refusedNames.add(name);
    bookExchange(this.session, exchange, name, id);
    return exchange;
  }

  private requestFor({ method, path, headers, body }: RelayedRequest, credentials: Credentials): SentRequest {
    const { root, tokens } = this.session;
    const others = Object.entries(headers).filter(([name]) => name !== 'authorization');
    const bearer = authorization(credentials, tokens);
    return {
      method,
      url: `${root.url}${path.startsWith(`${API}/`) ? path.slice(API.length) : path}`,
      headers: { ...Object.fromEntries(others), ...(bearer === undefined ? {} : { authorization: bearer }) },
      ...(body === undefined ? {} : { body }),
    };
  }

  /** @throws Unreachable where the token does not allow what is played, or to delete what it would create. */
  private checkScope(playing: Playing): void {
    const missing = missingScope([playing], this.session.tokens.scopes);
    if (missing === undefined) return;
    playing.reason = lacking(missing);
    throw new Unreachable(playing.reason);
  }

  private at(number: number): Playing {
    const playing = this.playing[number];
    if (playing === undefined) throw new Unreachable(`there is no interaction ${number}`);
    return playing;
  }
}

/** The case of an interaction: the same from run to run. */
export const caseIdOf = ({ pact: { consumer, provider }, interaction }: Part): string =>
  createHash('sha256')
    .update(JSON.stringify([consumer, provider, titleOf(interaction)]))
    .digest('hex')
    .slice(0, 12);
