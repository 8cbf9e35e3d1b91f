import type { About, RequestKind } from '../contracts/case.ts';
import type { SentExchange, SentRequest, Trouble } from './exchange.ts';
import type { Limiter, Time } from './limiter.ts';
import { Persistence, type Outcome } from './persistence.ts';
import { Spending } from './spending.ts';
import { isAnswer, type Transport } from './transport.ts';

/** A request on its way out, with what it is sent for. */
export interface Outgoing {
  readonly case: string;
  readonly kind: RequestKind;
  readonly about: About;
  readonly request: SentRequest;
  /** Sent once and at once: where a spent rate limit is what is asked for, there is nothing to wait for. */
  readonly impatient?: true;
  /**
   * Asked before a request is sent again that met a closed connection, or what stands before the tenant: it may have
   * been carried out all the same. Where this is left out, that does no harm.
   */
  readonly mayRepeat?: () => Promise<boolean>;
}

/** Decides whether another request may be sent. */
export interface Gate {
  /**
   * Why a request may not be sent; `undefined` when it may.
   *
   * @param spent requests sent so far.
   * @param at when it would be sent, in milliseconds since the epoch.
   */
  refusal(outgoing: Outgoing, spent: number, at: number): string | undefined;
}

const OPEN: Gate = { refusal: () => undefined };

/** How often a request that met a spent rate limit is sent again. */
const ATTEMPTS = 5;

/** Sends requests one at a time, keeps to the rate limit, numbers the exchanges and counts them. */
export class Sender {
  private readonly transport: Transport;
  private readonly limiter: Limiter;
  private readonly time: Time;
  private readonly gate: Gate;
  private readonly spending: Spending;
  private readonly persistence = new Persistence();
  private exchanges = 0;
  private latest: Trouble | undefined;

  /** @param spending goes on from where others left it. */
  constructor(transport: Transport, limiter: Limiter, time: Time, gate = OPEN, spending = new Spending()) {
    this.transport = transport;
    this.limiter = limiter;
    this.time = time;
    this.gate = gate;
    this.spending = spending;
  }

  /** Why the latest request got no answer; `undefined` where it got one. */
  get latestTrouble(): Trouble | undefined {
    return this.latest;
  }

  get spent(): Spending['byKind'] {
    return this.spending.byKind;
  }

  get total(): number {
    return this.spending.total;
  }

  /**
   * Sends a request. A spent rate limit is waited out; what a gateway answers, or a connection that is closed, may pass,
   * and the request is sent again. What does not end becomes trouble. Where the gate is shut, nothing is sent, and that
   * is the trouble.
   */
  async send({ impatient, mayRepeat, ...outgoing }: Outgoing): Promise<SentExchange> {
    const { outcome, trouble, started } = await this.persist(outgoing, impatient === undefined, mayRepeat);
    this.exchanges += 1;
    this.latest = trouble;
    return {
      id: `x${this.exchanges}`,
      ...outgoing,
      ...(isAnswer(outcome) ? { answer: outcome } : {}),
      ...(trouble === undefined ? {} : { trouble }),
      startedAt: new Date(started).toISOString(),
      durationMs: Math.round((this.time.now() - started) * 10) / 10,
    };
  }

  private async persist(
    outgoing: Outgoing,
    isPatient: boolean,
    mayRepeat: Outgoing['mayRepeat'],
  ): Promise<Settled> {
    const watch = this.persistence.watch();
    const hiccups: Outcome[] = [];
    for (let attempt = 1, started = this.time.now(); ; attempt += 1) {
      const refusal = this.gate.refusal(outgoing, this.total, this.limiter.nextTurn());
      if (refusal !== undefined) {
        const held = notSent(refusal);
        return hiccups.length === 0
          ? { outcome: held, trouble: held, started }
          : { outcome: hiccups.at(-1) ?? held, trouble: watch.end(hiccups), started };
      }
      if (isPatient) await this.limiter.turn();
      started = this.time.now();
      const outcome = await this.attempt(outgoing);
      if (isAnswer(outcome) && outcome.status === 429) {
        if (isPatient && attempt < ATTEMPTS) continue;
        return { outcome, trouble: isPatient ? spentAfter(attempt) : undefined, started };
      }
      if (!this.persistence.note(outcome))
        return { outcome, trouble: isAnswer(outcome) ? undefined : outcome, started };
      hiccups.push(outcome);
      const pause = this.persistence.pauseAfter(hiccups.length);
      const goesOn = pause !== undefined && (await this.mayGoOn(outgoing, pause, mayRepeat));
      if (!goesOn) return { outcome, trouble: watch.end(hiccups), started };
    }
  }

  /** Waits until a request may be sent again, if it may be at all. */
  private async mayGoOn(
    outgoing: Outgoing,
    pause: number,
    mayRepeat: Outgoing['mayRepeat'] = () => Promise.resolve(true),
  ): Promise<boolean> {
    const at = this.time.now() + pause;
    // Finding out whether it was carried out costs a request of its own.
    if (this.gate.refusal(outgoing, this.total + 1, at) !== undefined) return false;
    await this.time.pause(pause);
    return await mayRepeat();
  }

  private async attempt({ kind, about: { credentials }, request }: Outgoing): Promise<Outcome> {
    this.spending.add(kind);
    const sentAt = this.time.now();
    const outcome = await this.transport.send(request);
    const isLetIn = credentials === 'valid' || credentials === 'unscoped';
    // Tokens come out of a bucket of their own.
    const takes = kind === 'token' ? 'none' : isLetIn ? 'one' : 'perhaps';
    if (isAnswer(outcome)) this.limiter.learn(outcome, takes, sentAt);
    return outcome;
  }
}

const notSent = (message: string): Trouble => ({ kind: 'not-sent', message });

const spentAfter = (attempts: number): Trouble => ({
  kind: 'rate-limited',
  message: `the target answered 429 to all of ${attempts} attempts`,
});

/** What came of a request in the end. */
interface Settled {
  readonly outcome: Outcome;
  readonly trouble: Trouble | undefined;
  /** When its last attempt began, in milliseconds since the epoch. */
  readonly started: number;
}
