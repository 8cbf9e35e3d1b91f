import { isDeterministic } from '../contracts/phase.ts';
import type { Requirement } from '../contracts/requirement.ts';
import { covers, type Waiver } from '../contracts/waivers.ts';
import type { Finding, Judgement } from '../checks/judgement.ts';
import {
  book,
  emptyAccount,
  noteKept,
  noteUnanswered,
  remember,
  type Account,
  type Booked,
  type Origin,
} from './account.ts';
import { causeOf } from './cause.ts';
import type { ReportedFinding } from './report.ts';

/** Collects judgements as a run makes them; what they come to is decided at the end, when every twin is known. */
export class Tally {
  readonly accounts: ReadonlyMap<string, Account>;
  private readonly accepted = new Map<string, boolean>();
  private readonly waivers: readonly Waiver[];

  constructor(requirements: readonly Requirement[], waivers: readonly Waiver[]) {
    this.waivers = waivers;
    this.accounts = new Map(requirements.map((requirement) => [requirement.id, emptyAccount(requirement)]));
  }

  /** Notes whether the target accepted a valid case. */
  noteAcceptance(id: string, accepted: boolean): void {
    this.accepted.set(id, accepted);
  }

  /** Whether the target accepted a case; `undefined` when it was not sent, or gave no answer. */
  wasAccepted(id: string): boolean | undefined {
    return this.accepted.get(id);
  }

  /** Books a judgement of a requirement; returns its findings. */
  record(id: string, where: Origin, judgement: Judgement): readonly Booked[] {
    const account = this.accountOf(id);
    // What is drawn at random would fill the report with cases that showed nothing new.
    if (isDeterministic(where.phase)) account.cases.add(where.case);
    switch (judgement.outcome) {
      case 'held':
        noteKept(account, where, judgement.observed);
        return [];
      case 'unjudged':
        remember(account.reasons, judgement.reason);
        return [];
      case 'unanswered':
        noteUnanswered(account, where, judgement.why);
        remember(account.reasons, `no answer to judge: ${judgement.why}`);
        return [];
      case 'told':
        remember(account.notes, judgement.note);
        return [];
      case 'broken':
        account.broken += 1;
        return judgement.findings.map((finding) => {
          const booked = book(account, this.reported(id, finding, where), where);
          if (booked.news !== 'none') account.cases.add(where.case);
          return booked;
        });
    }
  }

  /** Notes why nothing could show a requirement. */
  explain(id: string, reason: string): void {
    remember(this.accountOf(id).reasons, reason);
  }

  /** Notes that the target does not have the operation that a requirement is about, or builds on. */
  noteNotOffered(id: string, reason: string): void {
    this.accountOf(id).notOffered = reason;
  }

  /** Notes that the suite itself failed while judging a requirement. */
  fail(id: string, error: string): void {
    this.accountOf(id).error = error;
  }

  /** Notes why something that may have broken a requirement cannot be judged any more, which keeps it from passing. */
  noteLost(id: string, reason: string): void {
    this.accountOf(id).lost ??= reason;
  }

  /** The known deviation that a finding is an instance of. */
  waiverFor(id: string, finding: Pick<Finding, 'path' | 'actual'>): Waiver | undefined {
    return this.waivers.find((waiver) => waiver.requirement === id && covers(waiver, finding));
  }

  private reported(id: string, finding: Finding, { exchange, case: of, phase }: Origin): ReportedFinding {
    const waiver = this.waiverFor(id, finding);
    const { kind: _, ...said } = finding;
    const cause = causeOf(id, finding);
    return {
      cause,
      ...said,
      exchange,
      case: of,
      phase,
      ...(waiver === undefined ? {} : { waiver: waiver.name }),
    };
  }

  private accountOf(id: string): Account {
    const account = this.accounts.get(id);
    if (account === undefined) throw new Error(`the requirement ${id} is not part of this run`);
    return account;
  }
}
