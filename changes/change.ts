import type { Level } from '../contracts/requirement.ts';

/** Everything that a night can say of a deviation or a requirement that was broken, tonight or before. */
export const STATES = ['new', 'flaky', 'still-failing', 'not-judged', 'fixed', 'gone'] as const;

/**
 * What became of a deviation since the last night.
 *
 * - `new`: it was not there before.
 * - `flaky`: it is there, and not each time that its case is sent.
 * - `still-failing`: it was there before, and is.
 * - `not-judged`: it was there before, and tonight nothing could show whether it still is.
 * - `fixed`: it was there before, and every case that showed it was answered without it.
 * - `gone`: it was there before, and its requirement or its cases are no more.
 */
export type State = (typeof STATES)[number];

/** Why a deviation wakes nobody, or that it should. */
export type Acceptance = 'waived' | 'accepted' | 'expired' | 'not-accepted';

/** How often a case was sent again, and how often it showed the deviation. */
export interface Resent {
  readonly shown: number;
  readonly of: number;
}

/** What became of one deviation. */
export interface ChangedDeviation {
  readonly cause: string;
  readonly waiver?: string;
  readonly requirement: string;
  readonly level: Level;
  readonly state: State;
  readonly acceptance: Acceptance;
  /** Whether it makes the night a regression. */
  readonly regression: boolean;
  readonly message: string;
  readonly path: string;
  /** Cases that show it, the smallest first. */
  readonly cases: readonly string[];
  /** ISO dates and times of the first and the last night that showed it. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** When it was last fixed or gone, where it is there again. */
  readonly returnedAfter?: string;
  /** Absent where nothing was sent again. */
  readonly resent?: Resent;
}

/** What became of a requirement that is broken, or was. */
export interface ChangedRequirement {
  readonly id: string;
  readonly level: Level;
  readonly state: State;
  readonly firstSeen: string;
  readonly lastSeen: string;
}

/** A known deviation, as somebody accepted it. */
export interface AcceptedDeviation {
  readonly requirement: string;
  readonly cause: string;
  /** What it looked like when it was accepted. */
  readonly message: string;
  /** Why it is no reason to wake anybody. */
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  /** ISO date on which it was accepted. */
  readonly accepted: string;
  /** ISO date of the last day on which it is. */
  readonly expires: string;
}

/** What the night as a whole comes to. */
export type NightVerdict = 'no-regression' | 'regression' | 'not-judged';

/** What changed from one night to the next. */
export interface Change {
  readonly schemaVersion: '1.0';
  /** The name by which the history and the baseline know the target. */
  readonly target: string;
  /** When tonight's run started, and the one that it is compared with: ISO dates and times. */
  readonly at: string;
  readonly since?: string;
  readonly verdict: NightVerdict;
  /** One sentence that says why. */
  readonly summary: string;
  readonly counts: Readonly<Record<State, number>>;
  readonly deviations: readonly ChangedDeviation[];
  readonly requirements: readonly ChangedRequirement[];
  readonly baseline: {
    /** Accepted deviations that did not happen, though tonight would have shown them. */
    readonly stale: readonly AcceptedDeviation[];
    /** Accepted deviations whose time is over, and that happened. */
    readonly expired: readonly AcceptedDeviation[];
  };
}
