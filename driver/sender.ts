import type { About, RequestKind } from '../contracts/case.ts';
import type { SentExchange, SentRequest, Trouble } from './exchange.ts';
import type { Limiter, Time } from './limiter.ts';
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
   * Sends a request; a spent rate limit is waited out, and becomes trouble when it does not end. Where the gate is
   * shut, nothing is sent, and that is the trouble.
   */
  async send({ impatient, ...outgoing }: Outgoing): Promise<SentExchange> {
    for (let attempt = 1; ; attempt += 1) {
      const refusal = this.gate.refusal(outgoing, this.total, this.limiter.nextTurn());
      if (refusal === undefined && impatient === undefined) await this.limiter.turn();
      const started = this.time.now();
      const outcome = refusal === undefined ? await this.attempt(outgoing) : notSent(refusal);
      const patient = impatient === undefined && attempt < ATTEMPTS;
      if (isAnswer(outcome) && outcome.status === 429 && patient) continue;
      this.exchanges += 1;
      this.latest = isAnswer(outcome) ? undefined : outcome;
      return {
        id: `x${this.exchanges}`,
        ...outgoing,
        ...(isAnswer(outcome) ? { answer: outcome } : {}),
        ...(impatient === undefined || !isAnswer(outcome) ? troubleIn(outcome, attempt) : {}),
        startedAt: new Date(started).toISOString(),
        durationMs: Math.round((this.time.now() - started) * 10) / 10,
      };
    }
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

type Outcome = Awaited<ReturnType<Transport['send']>>;

function troubleIn(outcome: Outcome, attempts: number): { readonly trouble?: Trouble } {
  if (!isAnswer(outcome)) return { trouble: outcome };
  if (outcome.status !== 429) return {};
  return {
    trouble: { kind: 'rate-limited', message: `the target answered 429 to all of ${attempts} attempts` },
  };
}
