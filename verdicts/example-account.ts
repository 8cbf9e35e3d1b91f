import type { Finding, Judgement } from '../checks/judgement.ts';
import type { Level, Requirement } from '../contracts/requirement.ts';
import type { Waiver } from '../contracts/waivers.ts';
import type { Booked, Origin } from './account.ts';
import type { RequirementResult } from './report.ts';
import { settle } from './settle.ts';
import { Tally } from './tally.ts';
import type { Verdict } from './verdict.ts';

/** The id that every requirement in these tests bears: a real one, since a waiver names no other. */
export const ID = 'answer.action.undocumented';

/** A requirement of a level. */
export const requirementOf = (
  level: Level,
  exercisedBy: Requirement['exercisedBy'] = { kind: 'passive', on: 'created' },
): Requirement => ({
  id: ID,
  level,
  title: 'answers nothing that nobody documented',
  source: { in: 'page', part: 'Response' },
  exercisedBy,
  judgedBy: { kind: 'told' },
});

/** A known deviation at `/known`, or only of one value there. */
export const waiverOf = (name: string, actual?: string): Waiver => ({
  name,
  requirement: ID,
  path: '/known',
  ...(actual === undefined ? {} : { actual: [actual] }),
  reason: 'seen everywhere',
});

/** A finding at a place. */
export const findingAt = (path: string, parts: Partial<Finding> = {}): Finding => ({
  message: `${path} is wrong`,
  path,
  kind: 'type',
  expected: 'right',
  actual: '"wrong"',
  ...parts,
});

export const HELD: Judgement = { outcome: 'held', observed: true };
export const UNSEEN: Judgement = { outcome: 'held', observed: false };
export const broken = (...findings: readonly Finding[]): Judgement => ({ outcome: 'broken', findings });

interface OneTally {
  readonly tally: Tally;
  readonly record: (judgement: Judgement, where?: Partial<Origin>) => readonly Booked[];
  readonly settled: () => RequirementResult;
}

/** A tally with one requirement, and a way to record what was judged of it. */
export function tallyOf(
  level: Level = 'MUST',
  waivers: readonly Waiver[] = [waiverOf('known-one')],
  exercisedBy?: Requirement['exercisedBy'],
): OneTally {
  const tally = new Tally([requirementOf(level, exercisedBy)], waivers);
  let exchanges = 0;
  return {
    tally,
    record: (judgement, where = {}) => {
      exchanges += 1;
      const origin: Origin = { case: 'c1', exchange: `x${exchanges}`, phase: 'edges', size: 10 };
      return tally.record(ID, { ...origin, ...where }, judgement);
    },
    settled: () => {
      const account = tally.accounts.get(ID);
      if (account === undefined) throw new Error('the tally lost its only requirement');
      return settle(account, tally);
    },
  };
}

/** A result with nothing but its level and its verdict. */
export const resultOf = (level: Level, verdict: Verdict): RequirementResult => ({
  ...tallyOf(level).settled(),
  verdict,
});
