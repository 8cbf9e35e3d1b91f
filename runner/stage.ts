import type { Requirement } from '../contracts/requirement.ts';
import { Memory } from '../checks/memory.ts';
import type { Case } from '../properties/case.ts';
import type { Tally } from '../verdicts/tally.ts';
import { judgeCase, sendCase, type Bench, type CaseRun, type Sending } from './case-run.ts';
import { cleanUp } from './cleanup/clean-up.ts';
import type { RunEvent } from './events.ts';
import type { ExchangeLog } from './exchange-log.ts';
import { SetAside } from './offers/set-aside.ts';
import { inWords } from './preflight/in-words.ts';
import { isTelling, readFirstAnswer } from './preflight/first-answer.ts';
import { loggedExchange } from './reported-exchange.ts';
import { reasonToSkip, reasonToStop } from './reasons.ts';
import { RunRecord } from './run-record.ts';
import type { Sent } from './doubt.ts';
import type { Session } from './session.ts';

interface StageParts extends Omit<Bench, 'memory'> {
  readonly session: Session;
  readonly log?: ExchangeLog;
  readonly signal?: AbortSignal;
}

/** What the phases of a run share: whom they send to, what they judge by, and what they remember. */
export class Stage implements Bench {
  readonly session: Session;
  readonly requirements: readonly Requirement[];
  readonly tally: Tally;
  readonly memory = new Memory();
  readonly aside: SetAside;
  readonly record = new RunRecord();
  private readonly log: ExchangeLog | undefined;
  private readonly signal: AbortSignal | undefined;
  /** Whether an answer showed already that the target can be judged, or that it cannot. */
  private isChecked = false;

  constructor({ session, requirements, tally, log, signal }: StageParts) {
    this.session = session;
    this.requirements = requirements;
    this.tally = tally;
    this.aside = new SetAside(session.offers);
    this.log = log;
    this.signal = signal;
  }

  /** Why nothing more can be sent; `undefined` while this case can. */
  reasonToStop(next: Case): string | undefined {
    return reasonToStop(next, this.record, this.session, this.signal?.aborted === true);
  }

  /** Why the target cannot be judged at all, and what to do about it; `undefined` where it can. */
  get obstacle(): string | undefined {
    const { refusal } = this.session.tokens;
    return this.record.obstacle ?? (refusal && inWords(refusal));
  }

  /** Why nothing at all is sent any more; `undefined` while the run goes on. */
  get stopped(): string | undefined {
    if (this.signal?.aborted === true) return 'the run was interrupted';
    return this.obstacle ?? this.session.tokens.reasonToStop;
  }

  /** Why this case cannot be sent, though others can. What takes the place of what it would create is deleted before. */
  async reasonToSkip(next: Case): Promise<string | undefined> {
    const { budget, sender } = this.session;
    if (!budget.leavesRoomFor(next)) {
      const before = sender.total;
      await cleanUp(this.session);
      if (sender.total > before) this.record.noteOutcome(sender.latestTrouble);
    }
    if (next.needs?.includes('unscoped-token')) await this.session.tokens.limited.refresh();
    return reasonToSkip(this.session, next, this.tally);
  }

  /** Sends a planned case and judges it. */
  async *send(sending: Sending): AsyncGenerator<RunEvent, CaseRun> {
    const sent = await sendCase(this.session, sending.case);
    const run = await this.judge(sending, await this.checked(sending.case, sent));
    for (const { requirement, finding } of run.findings)
      yield { kind: 'finding', requirement, finding, case: sending.case };
    yield this.progress(sending);
    return run;
  }

  /** What came of a case; of the first create that should be let in, after a look at whether the target can be judged. */
  private async checked(next: Case, sent: Sent): Promise<Sent> {
    const first = sent.exchanges.find(isTelling);
    if (this.isChecked || first === undefined) return sent;
    this.isChecked = true;
    const shown = await readFirstAnswer(first, this.session);
    if (shown === 'judge') return sent;
    if (shown === 'send-again') return await sendCase(this.session, next);
    this.record.obstacle = inWords(shown);
    const trouble = { kind: 'access', message: inWords(shown) } as const;
    return { ...sent, exchanges: sent.exchanges.map((each) => ({ trouble, ...each })) };
  }

  /** Judges what came of a case, and remembers it. */
  async judge(sending: Sending, sent: Sent): Promise<CaseRun> {
    const run = judgeCase(this, sending, sent);
    await this.keep(run);
    return run;
  }

  /** Remembers a case that was judged. */
  async keep(run: CaseRun): Promise<void> {
    this.record.add(run);
    for (const exchange of run.exchanges) {
      await this.log?.write({ phase: run.phase, ...loggedExchange(exchange, this.session.redactor) });
    }
  }

  /** Lets count what was judged of operations that the target has after all; of the others it says that they are not offered. */
  *concludeOffers(): Iterable<RunEvent> {
    for (const { requirement, finding, case: of } of this.aside.conclude(this.requirements, this.tally))
      yield { kind: 'finding', requirement, finding, case: of };
  }

  /** Counts what a phase spends while it lasts. */
  async *during(phase: Sending['phase'], events: AsyncIterable<RunEvent>): AsyncGenerator<RunEvent> {
    const { sender } = this.session;
    const before = sender.total;
    yield* events;
    this.record.noteRequests(phase, sender.total - before);
  }

  progress({ case: { id, title } }: Sending): RunEvent {
    return { kind: 'case', id, title, done: this.record.cases, spent: this.session.sender.total };
  }
}
