import type { Fault } from '../contracts/case.ts';
import type { Requirement } from '../contracts/requirement.ts';
import type { Waiver } from '../contracts/waivers.ts';
import type { Finding, Judgement } from '../checks/judgement.ts';
import { causeOf } from './cause.ts';
import type { ReportedFinding } from './report.ts';

/** A judgement with where it comes from. */
export interface Recorded {
  readonly case: string;
  readonly exchange: string;
  /** Length of the request's body: the shorter, the easier a finding is to read. */
  readonly size: number;
  readonly fault?: Fault;
  /** The valid case whose acceptance gives a refusal its meaning. */
  readonly twin?: string;
  readonly judgement: Judgement;
}

/** A finding with what orders and groups it. */
interface TalliedFinding {
  readonly finding: ReportedFinding;
  readonly size: number;
  readonly fault?: Fault;
}

/** Everything that was judged of one requirement. */
export interface Account {
  readonly requirement: Requirement;
  readonly cases: Set<string>;
  readonly findings: TalliedFinding[];
  readonly kept: { readonly observed: boolean; readonly twin?: string }[];
  readonly reasons: Set<string>;
  readonly notes: Set<string>;
  /** Set when the suite itself failed while judging. */
  error?: string;
}

/** Collects judgements as a run makes them; what they come to is decided at the end, when every twin is known. */
export class Tally {
  readonly accounts: ReadonlyMap<string, Account>;
  private readonly accepted = new Map<string, boolean>();
  private readonly waivers: readonly Waiver[];

  constructor(requirements: readonly Requirement[], waivers: readonly Waiver[]) {
    this.waivers = waivers;
    this.accounts = new Map(
      requirements.map((requirement) => [
        requirement.id,
        { requirement, cases: new Set(), findings: [], kept: [], reasons: new Set(), notes: new Set() },
      ]),
    );
  }

  /** Notes whether the target accepted a valid case. */
  noteAcceptance(id: string, accepted: boolean): void {
    this.accepted.set(id, accepted);
  }

  /** Whether the target accepted a case; `undefined` when it was not sent, or gave no answer. */
  wasAccepted(id: string): boolean | undefined {
    return this.accepted.get(id);
  }

  record(id: string, { judgement, ...where }: Recorded): readonly ReportedFinding[] {
    const account = this.accountOf(id);
    account.cases.add(where.case);
    switch (judgement.outcome) {
      case 'held':
        account.kept.push({
          observed: judgement.observed,
          ...(where.twin === undefined ? {} : { twin: where.twin }),
        });
        return [];
      case 'unjudged':
        account.reasons.add(judgement.reason);
        return [];
      case 'told':
        account.notes.add(judgement.note);
        return [];
      case 'broken': {
        const findings = judgement.findings.map((finding) => this.reported(id, finding, where));
        const { size, fault } = where;
        account.findings.push(
          ...findings.map((finding) => ({ finding, size, ...(fault === undefined ? {} : { fault }) })),
        );
        return findings;
      }
    }
  }

  /** Notes why nothing could show a requirement. */
  explain(id: string, reason: string): void {
    this.accountOf(id).reasons.add(reason);
  }

  /** Notes that the suite itself failed while judging a requirement. */
  fail(id: string, error: string): void {
    this.accountOf(id).error = error;
  }

  private reported(
    id: string,
    finding: Finding,
    { exchange, case: of }: Omit<Recorded, 'judgement'>,
  ): ReportedFinding {
    const waiver = this.waivers.find(
      ({ requirement, path, actual }) =>
        requirement === id && path === finding.path && (actual === undefined || actual === finding.actual),
    );
    const { kind: _, ...said } = finding;
    const cause = causeOf(id, finding);
    return { cause, ...said, exchange, case: of, ...(waiver === undefined ? {} : { waiver: waiver.name }) };
  }

  private accountOf(id: string): Account {
    const account = this.accounts.get(id);
    if (account === undefined) throw new Error(`the requirement ${id} is not part of this run`);
    return account;
  }
}
