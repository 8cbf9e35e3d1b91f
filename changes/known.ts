import type { Level } from '../contracts/requirement.ts';

/** What the nights before know of a deviation. */
export interface KnownDeviation {
  readonly cause: string;
  readonly waiver?: string;
  readonly requirement: string;
  readonly level: Level;
  readonly message: string;
  readonly path: string;
  /** Planned cases that showed it when it was last seen. */
  readonly cases: readonly string[];
  /** What was asked of the run that last showed it: depth and globs. */
  readonly scope: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Whether it was there, or not judged, on the last night. */
  readonly open: boolean;
  /** Whether it did not happen each time when it was last seen. */
  readonly flaky: boolean;
  /** When it was last found fixed or gone. */
  readonly closedAt?: string;
}

/** What the nights before came to. */
export interface Known {
  /** When the last night started; absent before the first. */
  readonly since?: string;
  readonly deviations: readonly KnownDeviation[];
}
