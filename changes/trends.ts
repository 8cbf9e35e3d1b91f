import type { Verdict } from '../verdicts/verdict.ts';
import type { NightVerdict } from './change.ts';
import type { Latency } from './figures.ts';

/** What one night contributes to the trends. */
export interface TrendPoint {
  /** ISO date and time of its start. */
  readonly at: string;
  readonly outcome: NightVerdict;
  readonly verdicts: Readonly<Partial<Record<Verdict, number>>>;
  readonly requests: number;
  /** How long the answers to creates took; absent where there were none. */
  readonly creates?: Latency;
  /** From create to built, in milliseconds, in ascending order. */
  readonly timesToBuilt: readonly number[];
}

/** How many nights the trends show. */
export const TREND_NIGHTS = 90;
