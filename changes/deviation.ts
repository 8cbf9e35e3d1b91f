import type { Level } from '../contracts/requirement.ts';
import type { Report, ReportedCause } from '../verdicts/report.ts';

/** A deviation that a run showed, with the requirement that it breaks. */
export interface Deviation extends ReportedCause {
  readonly requirement: string;
  readonly level: Level;
}

/** What tells deviations apart: the same cause is another deviation where a waiver covers it. */
export const keyOf = ({ cause, waiver }: Pick<Deviation, 'cause' | 'waiver'>): string =>
  waiver === undefined ? cause : `${cause} (${waiver})`;

/** Every deviation that the deterministic phases of a run showed. */
export function deviationsIn({ requirements }: Pick<Report, 'requirements'>): readonly Deviation[] {
  return requirements.flatMap(({ id, level, causes }) =>
    causes.map((cause) => ({ ...cause, requirement: id, level })),
  );
}
