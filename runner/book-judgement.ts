import type { Requirement } from '../contracts/requirement.ts';
import type { Judgement } from '../checks/judgement.ts';
import { messageOf } from '../driver/errors.ts';
import type { Booked, Origin } from '../verdicts/account.ts';
import type { Tally } from '../verdicts/tally.ts';

/** A finding with the requirement that it breaks. */
export type BookedFinding = Booked & { readonly requirement: Requirement };

/**
 * Books what is judged of a requirement, if anything is, and gives what breaks it. A judge never throws: if one does, the suite is at
 * fault, and the report says so instead of breaking off.
 */
export function bookJudgement(
  tally: Tally,
  requirement: Requirement,
  judge: () => readonly [Origin, Judgement] | undefined,
): readonly BookedFinding[] {
  try {
    const judged = judge();
    if (judged === undefined) return [];
    return tally.record(requirement.id, ...judged).map((booked) => ({ ...booked, requirement }));
  } catch (error) {
    tally.fail(requirement.id, messageOf(error));
    return [];
  }
}
