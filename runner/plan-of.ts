import type { Depth } from '../contracts/exercise.ts';
import type { Requirement } from '../contracts/requirement.ts';
import type { Case } from '../properties/case.ts';
import { planFor, planWithoutModules, type Plan } from '../properties/plan.ts';

/** The enumerated cases are the same for every seed, or two nights could not be compared. */
const PLAN_SEED = 1;

/** What of a run's options decides what is planned. */
interface Wanted {
  readonly requirements: readonly Requirement[];
  readonly depth: Depth;
  readonly corpusOnly?: true;
}

/** Everything that is enumerated for a run on a target that has all that the API offers, whatever part of it the run sends. */
export const planOf = ({ requirements, depth, corpusOnly }: Wanted): Plan =>
  planFor(corpusOnly === true ? [] : wantedAt(depth, requirements), depth, PLAN_SEED);

/** Every case that a run may have planned, whatever its target has. */
export function everyPlanned(wanted: Wanted): readonly Case[] {
  const plan = planOf(wanted);
  const all = [...plan.cases, ...planWithoutModules(plan).cases];
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

/** The least that exercises every MUST is what quick is for; other requirements are judged by what that sends. */
export const wantedAt = (depth: Depth, requirements: readonly Requirement[]): readonly Requirement[] =>
  depth === 'quick' ? requirements.filter(({ level }) => level === 'MUST') : requirements;
