import type { About, Draw, RequestKind } from '../contracts/case.ts';
import type { Depth } from '../contracts/exercise.ts';
import type { Phase, RunPhase } from '../contracts/phase.ts';
import type { Drift } from '../drift/drift.ts';
import type { Level, Source } from '../contracts/requirement.ts';
import type { AuditSummary } from './audit-summary.ts';
import type { OverallVerdict, Verdict } from './verdict.ts';

/** One way in which the target broke a requirement. */
export interface ReportedFinding {
  /** What is the same for the same deviation in every run: requirement, place and kind. */
  readonly cause: string;
  /** One sentence: what was expected and what was there instead. */
  readonly message: string;
  /** JSON Pointer into the answer's body, or `header <name>`, or `status`. */
  readonly path: string;
  /** What should have been there, in words or as JSON text. */
  readonly expected: string;
  /** What was there, as JSON text. */
  readonly actual: string;
  /** Id of the exchange that shows it, in {@link Report.exchanges}. */
  readonly exchange: string;
  /** Id of the case, in {@link Report.cases}. */
  readonly case: string;
  /** The part of the run that showed it. */
  readonly phase: Phase;
  /** Name of the known deviation that it is an instance of. */
  readonly waiver?: string;
}

/** One deviation: everything that the deterministic phases found with the same cause, and the same waiver or none. */
export interface ReportedCause {
  /** What is the same for the same deviation in every run: requirement, place and kind. */
  readonly cause: string;
  /** Name of the known deviation that it is. */
  readonly waiver?: string;
  /** What the smallest body showed, in one sentence. */
  readonly message: string;
  /** JSON Pointer into the answer's body, or `header <name>`, or `status`. */
  readonly path: string;
  /** Ids of the smallest cases that show it, the smallest first: enough to look again. */
  readonly cases: readonly string[];
  /** How many findings there were. */
  readonly times: number;
}

/** What a run found out about one requirement. */
export interface RequirementResult {
  readonly id: string;
  /** Heading that reports group it under, such as `request.name`. */
  readonly area: string;
  readonly level: Level;
  readonly title: string;
  readonly source: Source & { readonly read: string };
  readonly verdict: Verdict;
  /** What the deterministic phases alone say: what was drawn at random has no part in it. */
  readonly baseline: Verdict;
  /** Why the verdict is what it is; for `not-exercised` the reason that nothing could show it. */
  readonly reason: string;
  /** Ids of the cases that bear on it, at most a thousand. */
  readonly cases: readonly string[];
  /** Exchanges that could have shown it broken: with 0 it held only because nothing could contradict it. */
  readonly observations: number;
  /** Exchanges that should have shown it and got no answer. */
  readonly unanswered: number;
  /** Information that demands nothing, such as how the target treats a repeated name. */
  readonly notes: readonly string[];
  /** Every deviation that the deterministic phases showed, however many there are: what two nights are compared by. */
  readonly causes: readonly ReportedCause[];
  /** Distinct findings, at most a handful a requirement, the smallest body first. */
  readonly findings: readonly ReportedFinding[];
  /** How many findings there were, including those left out. */
  readonly findingsTotal: number;
}

/** What one part of a run sent. */
export interface PhaseSummary {
  readonly cases: number;
  readonly requests: number;
  /** Why it ended before all was sent that it might have sent, in one clause; absent where it did not. */
  readonly ended?: string;
  /** SHA-256 over the ids of the cases that were planned and sent, in order; those of shrinking are not. */
  readonly hash: string;
}

/** A case that was sent. */
export interface ReportedCase {
  readonly id: string;
  readonly title: string;
  /** The part of the run that sent it, the first where several did. */
  readonly phase: Phase;
  /** Where it was drawn at random: fast-check draws it again from these. */
  readonly drawn?: Draw;
  /** Ids of its exchanges, in order. */
  readonly exchanges: readonly string[];
  /** Id of the valid case that differs only by the fault. */
  readonly twin?: string;
}

/** An exchange as it may be stored: tokens and secrets masked, long bodies cut. */
export interface ReportedExchange {
  readonly id: string;
  readonly case: string;
  readonly kind: RequestKind;
  readonly about: About;
  /** Absent where a recording does not tell, as is the duration. */
  readonly startedAt?: string;
  readonly durationMs?: number;
  /** Where it was recorded; absent where the suite sent it. */
  readonly recorded?: { readonly file: string; readonly entry: number };
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  readonly answer?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly trouble?: {
    readonly kind: string;
    readonly message: string;
    /** How often the same request met it while others were answered in between; absent where nobody knows. */
    readonly repeated?: number;
  };
  /** A shell line that sends the request again, with the token taken from `AUTH0_API_TOKEN`. */
  readonly curl: string;
}

/** A known deviation of real tenants, and whether this target shows it. */
export interface ReportedWaiver {
  readonly name: string;
  readonly requirement: string;
  readonly reason: string;
  readonly findings: number;
}

/** How the suite fares against the faulty tenants that it is tried on. */
export interface SelfValidation {
  readonly mutants: number;
  /** Faulty tenants that it notices, each by exactly the requirements that the fault breaks. */
  readonly killed: number;
  /** Requirements that fell though nothing broke them. */
  readonly falseAlarms: number;
  /** Requests until the first finding. */
  readonly medianRequestsToFirstKill: number;
}

/** What came of judging stored exchanges again. */
export interface Rejudged {
  /** ISO date and time. */
  readonly at: string;
  /** The suite that judged before. */
  readonly suite: Report['suite'];
  /** Requirements whose verdict changed; `before` is absent where it was not judged before. */
  readonly changes: readonly {
    readonly requirement: string;
    readonly before?: Verdict;
    readonly after: Verdict;
  }[];
}

/** One interaction of a pact, played against the target by Pact's Verifier. */
export interface ReportedInteraction {
  readonly consumer: string;
  readonly provider: string;
  /** Its description, with the states that it asks for. */
  readonly title: string;
  /** Ids of the requirements that the consumer calls it evidence for. */
  readonly requirements: readonly string[];
  readonly outcome: 'verified' | 'failed' | 'not-exercised';
  /** Why it was not exercised, or what is wrong, in one sentence. */
  readonly reason: string;
  /** Where the answer is not what the consumer relies on. */
  readonly mismatches: readonly {
    /** JSON Pointer into the answer's body, `header <name>`, or `status`. */
    readonly path: string;
    readonly message: string;
  }[];
  /** Id of the exchange that shows it, in {@link Report.exchanges}; several interactions may share one. */
  readonly exchange?: string;
}

/** What became of the actions of a run, as far as it was seen: what was created was deleted, or is left over. */
export interface ActionAccount {
  readonly created: number;
  readonly deleted: number;
  readonly leftOver: number;
  /** Creates of which the target did not say whether they brought anything about; absent where there are none. */
  readonly unknown?: number;
  /** Why something was left over, or is not known; absent where cleaning up met no trouble. */
  readonly trouble?: {
    /** In a few words, such as "DELETE answers 500". */
    readonly reason: string;
    /** Id of the exchange that shows it, in {@link Report.exchanges}; absent where nothing was tried. */
    readonly exchange?: string;
  };
}

/** One cause in plain words that explains many requirements at once. */
export interface Diagnosis {
  /** Permanent, such as `asks-nobody`. */
  readonly id: string;
  /** One sentence with the target as its subject. */
  readonly cause: string;
  /** One sentence that says what to do next. */
  readonly next: string;
  /** Ids of the requirements, broken or not judged, that the evidence shows to follow from it. */
  readonly requirements: readonly string[];
}

/** The part of a plan that a run sent. */
export interface Shard {
  /** Counts from 1. */
  readonly index: number;
  readonly count: number;
}

/** Everything that a run found out: the one value from which every report is rendered. */
export interface Report {
  readonly schemaVersion: '1.0';
  readonly suite: {
    readonly name: string;
    readonly version: string;
    /** SHA-256 over the catalogue of requirements, so that two reports can be told apart. */
    readonly catalogueDigest: string;
    /** Absent when it was measured with another catalogue. */
    readonly selfValidation?: SelfValidation;
  };
  readonly target: {
    readonly url: string;
    /** `embedded mock (documented)`, or `given` for a target named by the user. */
    readonly kind: string;
  };
  /** ISO date and time. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly seed: number;
  /** `passive` where nothing was sent, and recordings were audited. */
  readonly depth: Depth | 'passive';
  /** The globs that limited the run; empty when it covered the whole catalogue. */
  readonly only: readonly string[];
  /** SHA-256 over everything that was planned to be sent or, where nothing was sent, over everything that was judged. */
  readonly planHash: string;
  /** Absent where the run sent the whole plan. */
  readonly shard?: Shard;
  readonly verdict: OverallVerdict;
  /** One sentence that says why. */
  readonly summary: string;
  /** What is wrong in a handful of causes, what weighs most first; no requirement is explained by two. */
  readonly diagnosis: readonly Diagnosis[];
  readonly counts: Readonly<Record<Level | 'all', Readonly<Record<Verdict, number>>>>;
  readonly requests: { readonly total: number } & Readonly<Record<RequestKind, number>>;
  readonly phases: Readonly<Record<RunPhase, PhaseSummary>>;
  readonly actions: ActionAccount;
  readonly waivers: readonly ReportedWaiver[];
  readonly requirements: readonly RequirementResult[];
  /** Interactions of pacts; empty where the run verified none. */
  readonly interactions: readonly ReportedInteraction[];
  /** How the answers differ from what is documented, whether that breaks a requirement or not. */
  readonly drift: Drift;
  readonly cases: readonly ReportedCase[];
  /**
   * What the deterministic phases sent, and what a finding refers to. Set-up and cleaning up are counted in
   * {@link requests}, and not kept.
   */
  readonly exchanges: readonly ReportedExchange[];
  /** A shell line that repeats the run. */
  readonly reproduce: string;
  /** How the judgement differs from the one before it; absent where the exchanges were judged as they came. */
  readonly rejudged?: Rejudged;
  /** What an audit of recordings went through; absent where requests were sent. */
  readonly audit?: AuditSummary;
}
