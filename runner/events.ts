import type { Requirement } from '../contracts/requirement.ts';
import type { ReportedFinding } from '../verdicts/report.ts';
import type { Swept } from './sweep.ts';

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
  | { readonly kind: 'finding'; readonly requirement: Requirement; readonly finding: ReportedFinding }
  | ({ readonly kind: 'swept' } & Swept)
  | { readonly kind: 'stopped'; readonly reason: string };
