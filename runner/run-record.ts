import { createHash, type Hash } from 'node:crypto';

import { isDeterministic, PHASES, type Phase, type RunPhase } from '../contracts/phase.ts';
import { DriftObserver } from '../drift/observer.ts';
import type { Trouble } from '../driver/exchange.ts';
import { choicesBeyondBase } from '../properties/applies.ts';
import type { Case } from '../properties/case.ts';
import type { PhaseSummary } from '../verdicts/report.ts';
import type { CaseRun } from './case-run.ts';

interface Spent {
  cases: number;
  requests: number;
  ended?: string;
  readonly hash: Hash;
}

/** How many cases or attempts to clean up without an answer end a run. */
const PATIENCE = 3;

/** What a run remembers of what it sent: whole cases where the report shows them, and else figures alone. */
export class RunRecord {
  /** Cases sent, in all phases. */
  cases = 0;
  readonly drift = new DriftObserver();
  /** Why nothing that the target answers says anything of it, and what to do about it; absent where it does. */
  obstacle: string | undefined;
  /** Ids of the exchanges over which the target died. */
  readonly deaths = new Set<string>();
  private readonly planned: CaseRun[] = [];
  /** What showed each deviation best, by cause: of what is drawn at random nothing else is kept. */
  private readonly telling = new Map<string, CaseRun>();
  private readonly narrowed = new Set<string>();
  private readonly settled = new Set<string>();
  private readonly phases = new Map<Phase, Spent>(
    PHASES.map((phase) => [phase, { cases: 0, requests: 0, hash: createHash('sha256') }]),
  );
  private readonly troubles: (Trouble | undefined)[] = [];
  private hasAnswered = false;

  add(run: CaseRun): void {
    this.cases += 1;
    this.spentIn(run.phase).cases += 1;
    this.noteOutcome(run.exchanges.at(-1)?.trouble);
    if (isDeterministic(run.phase)) this.planned.push(run);
    for (const exchange of run.exchanges) {
      if (exchange.trouble?.kind === 'died') {
        this.deaths.add(exchange.id);
        this.telling.set(`died ${exchange.id}`, run);
      }
      if (this.drift.observe(exchange) && !isDeterministic(run.phase)) {
        this.telling.set(`drift ${exchange.id}`, run);
      }
    }
    for (const { finding, news } of run.findings) {
      if (run.phase === 'edges' && isSmall(run.case)) this.narrowed.add(finding.cause);
      // What is in the corpus was shrunk when it got there.
      if (run.phase === 'corpus' || (run.phase === 'edges' && isSmallest(run.case)))
        this.settle(finding.cause);
      if (!isDeterministic(run.phase) && news !== 'none') {
        this.telling.set(`${finding.cause} ${finding.waiver ?? ''}`, run);
      }
    }
  }

  /** Notes whether the target answered the last of what belongs together: a case, or an attempt to clean up. */
  noteOutcome(trouble: Trouble | undefined): void {
    // What was not sent says nothing of the target.
    if (trouble?.kind === 'not-sent') return;
    if (trouble === undefined) this.hasAnswered = true;
    // One that answers other cases is not silent.
    const isOfRequest = this.hasAnswered && trouble?.repeated !== undefined;
    this.troubles.push(isOfRequest ? undefined : trouble);
    if (this.troubles.length > PATIENCE) this.troubles.shift();
  }

  /** Notes that a planned case was sent: its id becomes part of what tells two runs of a phase apart. */
  notePlanned({ id }: Case, phase: Phase): void {
    this.spentIn(phase).hash.update(id);
  }

  /** Notes why a phase ended before it had spent what it might. */
  noteEnded(phase: Phase, why: string): void {
    this.spentIn(phase).ended ??= why;
  }

  noteRequests(phase: Phase, count: number): void {
    this.spentIn(phase).requests += count;
  }

  /** Notes deviations of which a small example is known, or none can be found. */
  settle(...causes: readonly string[]): void {
    for (const cause of causes) this.settled.add(cause);
  }

  isSettled(cause: string): boolean {
    return this.settled.has(cause);
  }

  /** Whether a planned case that makes no more than one choice shows a deviation. */
  isNarrowed(cause: string): boolean {
    return this.narrowed.has(cause) || this.isSettled(cause);
  }

  /** Every run that the report may have to show. */
  get runs(): readonly CaseRun[] {
    return [...this.planned, ...new Set(this.telling.values())];
  }

  /** Whether a case was sent in one of the deterministic phases. */
  wasSent({ id }: Case): boolean {
    return this.planned.some((run) => run.case.id === id);
  }

  /** Planned cases that showed a deviation which no small case showed, each with the deviation. */
  get unsettled(): readonly { readonly run: CaseRun; readonly finding: CaseRun['findings'][number] }[] {
    return this.planned.flatMap((run) =>
      run.findings
        .filter(({ finding }) => !this.isNarrowed(finding.cause))
        .map((finding) => ({ run, finding })),
    );
  }

  /** The trouble of the latest case, where several in a row got no answer. */
  get silence(): Trouble | undefined {
    const silent = this.troubles.length === PATIENCE && this.troubles.every((each) => each !== undefined);
    return silent ? this.troubles[0] : undefined;
  }

  get summaries(): Readonly<Record<RunPhase, PhaseSummary>> {
    const summary = (phase: RunPhase): PhaseSummary => {
      const { cases, requests, ended, hash } = this.spentIn(phase);
      return {
        cases,
        requests,
        hash: hash.copy().digest('hex'),
        ...(ended === undefined ? {} : { ended }),
      };
    };
    return {
      corpus: summary('corpus'),
      edges: summary('edges'),
      exploration: summary('exploration'),
      lifecycle: summary('lifecycle'),
      pacts: summary('pacts'),
    };
  }

  private spentIn(phase: Phase): Spent {
    const spent = this.phases.get(phase);
    if (spent === undefined) throw new Error(`there is no phase ${phase}`);
    return spent;
  }
}

/** Whether nothing can be left out of a small case: awkward text has many things at once to stumble over. */
const isSmallest = (of: Case): boolean =>
  isSmall(of) && !of.requests.some(({ about }) => about.choices.some((choice) => choice.startsWith('text:')));

/** Whether no choice can be left out of a case: its bodies make one at the most. */
const isSmall = ({ requests }: Case): boolean =>
  requests.every(
    ({ about }) =>
      choicesBeyondBase(about) < 2 && !about.choices.includes('sampled') && about.at === undefined,
  );
