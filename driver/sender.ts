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

/** How patient a sender is with a request. */
interface Perseverance {
  /** How often a request that met a spent rate limit is sent. */
  readonly attempts: number;
  /** How long the target may keep silent, in milliseconds; as long as the transport allows, when absent. */
  readonly silenceMs?: number;
}

const USUAL: Perseverance = { attempts: 5 };
/** Cleaning up is tried again at its time. */
const CLEANING: Perseverance = { attempts: 2, silenceMs: 10_000 };
/** Where the latest deletion was waited for in vain. */
const LITTLE: Perseverance = { attempts: 1, silenceMs: 3000 };

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
  /** Whether the latest deletion got no answer, however long it was waited for. */
  private deletesInVain = false;
  private dead: Trouble | undefined;

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

  /** What the target died of; `undefined` while it lives. */
  get death(): Trouble | undefined {
    return this.dead;
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
    if (outgoing.about.operation === 'delete' && trouble?.kind !== 'not-sent')
      this.deletesInVain = trouble !== undefined;
    if (trouble?.kind === 'died') this.dead = trouble;
    else if (trouble === undefined) this.dead = undefined;
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
      const { attempts, silenceMs } = this.perseveranceFor(outgoing);
      const outcome = await this.attempt(outgoing, silenceMs);
      if (isAnswer(outcome) && outcome.status === 429) {
        const hopeless = this.limiter.hopelessWait(outcome);
        if (hopeless !== undefined) this.limiter.forget();
        else if (isPatient && attempt < attempts) continue;
        return { outcome, trouble: isPatient ? spentAfter(attempt, hopeless) : undefined, started };
      }
      const mayPass = this.persistence.note(outcome);
      if (!mayPass && isAnswer(outcome)) return { outcome, trouble: undefined, started };
      hiccups.push(outcome);
      const pause = this.persistence.pauseAfter(hiccups.length);
      const goesOn = mayPass && pause !== undefined && (await this.mayGoOn(outgoing, pause, mayRepeat));
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

  private perseveranceFor({ kind, about }: Pick<Outgoing, 'kind' | 'about'>): Perseverance {
    if (about.operation === 'delete' && this.deletesInVain) return LITTLE;
    return kind === 'cleanup' ? CLEANING : USUAL;
  }

  private async attempt(
    { kind, about: { credentials }, request }: Outgoing,
    silenceMs: number | undefined,
  ): Promise<Outcome> {
    this.spending.add(kind);
    const sentAt = this.time.now();
    const outcome = await this.transport.send(request, silenceMs);
    const isLetIn = credentials === 'valid' || credentials === 'unscoped';
    // Tokens come out of a bucket of their own.
    const takes = kind === 'token' ? 'none' : isLetIn ? 'one' : 'perhaps';
    if (isAnswer(outcome)) this.limiter.learn(outcome, takes, sentAt);
    return outcome;
  }
}

const notSent = (message: string): Trouble => ({ kind: 'not-sent', message });

const spentAfter = (attempts: number, hopeless: number | undefined): Trouble => ({
  kind: 'rate-limited',
  message:
    hopeless === undefined
      ? `the target answered 429 to all of ${attempts} attempts`
      : `the target answered 429 and asks to wait for ${hopeless} s`,
});

/** What came of a request in the end. */
interface Settled {
  readonly outcome: Outcome;
  readonly trouble: Trouble | undefined;
  /** When its last attempt began, in milliseconds since the epoch. */
  readonly started: number;
}
