import type { Draw } from '../contracts/case.ts';
import type { Requirement } from '../contracts/requirement.ts';
import type { Case } from '../properties/case.ts';
import type { ReportedFinding, ReportedInteraction } from '../verdicts/report.ts';
import type { Waiting } from './builds.ts';
import type { Swept } from './cleanup/sweep.ts';

/** The smallest case that was found to show a deviation again and again. */
export interface Counterexample {
  readonly requirement: Requirement;
  readonly finding: ReportedFinding;
  readonly case: Case;
  readonly draw: Draw;
  /** A shell line that sends it. */
  readonly curl: string;
}

/** What a run tells while it goes on. Whoever listens decides what to show. */
export type RunEvent =
  | { readonly kind: 'planned'; readonly cases: number; readonly requests: number }
  | {
      readonly kind: 'case';
      readonly id: string;
      readonly title: string;
      readonly done: number;
      readonly spent: number;
    }
  | {
      readonly kind: 'finding';
      readonly requirement: Requirement;
      readonly finding: ReportedFinding;
      /** Absent where it was not the suite that sent it. */
      readonly case?: Case;
    }
  | ({ readonly kind: 'swept' } & Swept)
  | ({ readonly kind: 'counterexample' } & Counterexample)
  | { readonly kind: 'verified'; readonly interactions: readonly ReportedInteraction[] }
  | ({ readonly kind: 'waiting' } & Waiting)
  | { readonly kind: 'stopped'; readonly reason: string };
