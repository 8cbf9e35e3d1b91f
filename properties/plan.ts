import { createHash } from 'node:crypto';

import type { Depth } from '../contracts/exercise.ts';
import type { Level, Requirement } from '../contracts/requirement.ts';
import { appliesTo, isValidCreate } from './applies.ts';
import type { Case } from './case.ts';
import { casesFor } from './cases.ts';
import frozenOrder from './kill-order.json' with { type: 'json' };
import { withoutModules } from './without-modules.ts';

/** What a run is going to send, in order. */
export interface Plan {
  readonly cases: readonly Case[];
  /** SHA-256 over everything that the plan sends. */
  readonly hash: string;
}

/**
 * Plans the cases for the requirements. A plan depends on its arguments alone, and each of its prefixes exercises as
 * much as its length allows.
 *
 * @param seed for what is drawn at random, at deep depth.
 */
export function planFor(requirements: readonly Requirement[], depth: Depth, seed: number): Plan {
  const made = plans.get(requirements) ?? new Map<string, Plan>();
  plans.set(requirements, made);
  const key = `${depth} ${seed}`;
  const plan = made.get(key) ?? makePlan(requirements, depth, seed);
  made.set(key, plan);
  return plan;
}

/** Plans made before, as whoever runs the suite many times over plans the same again and again. */
const plans = new WeakMap<readonly Requirement[], Map<string, Plan>>();

const makePlan = (requirements: readonly Requirement[], depth: Depth, seed: number): Plan =>
  planOfCases(ordered(casesFor(requirements, depth, seed), requirements));

const planOfCases = (cases: readonly Case[]): Plan => ({
  cases,
  hash: createHash('sha256').update(JSON.stringify(cases)).digest('hex'),
});

/** A plan as it is for a target that has no Action Module to refer to; the same one where none of its cases needs any. */
export const planWithoutModules = (plan: Plan): Plan =>
  plan.cases.some(({ needs }) => needs?.includes('module')) ? planOfCases(withoutModules(plan.cases)) : plan;

/** How many requests a case costs at the least, the deletion of what it creates included. */
export function costOf({ requests, script = [] }: Case): number {
  const creates = requests.filter(({ about }) => isValidCreate(about)).length;
  const deletes = requests.filter(({ about }) => about.at?.step === 'deleted').length;
  // A command of a script may look at a build several times, and what it creates is deleted.
  return requests.length + creates - deletes + 2 * script.length;
}

const killOrder = frozenOrder.map(({ id }) => id);

const WORTH: Readonly<Record<Level, number>> = { MUST: 10, SHOULD: 3, MAY: 1 };

/**
 * First the cases that were measured to notice most, in that order. After them always the case that exercises most of
 * what nothing before it does, for what it costs; ties keep their order.
 */
function ordered(cases: readonly Case[], requirements: readonly Requirement[]): readonly Case[] {
  const bearing = new Map(
    cases.map(({ id, requests }) => [
      id,
      requirements.filter(({ exercisedBy }) => requests.some(({ about }) => appliesTo(exercisedBy, about))),
    ]),
  );
  const plan = new Map<string, Case>();
  const exercised = new Set<Requirement>();
  const byId = new Map(cases.map((each) => [each.id, each]));
  const last = cases.filter(looksBack);
  const waiting = new Set(cases.filter((each) => !looksBack(each)));

  const append = (next: Case): void => {
    const twin = next.twin === undefined ? undefined : byId.get(next.twin);
    if (twin !== undefined && !plan.has(twin.id)) append(twin);
    plan.set(next.id, next);
    waiting.delete(next);
    for (const requirement of bearing.get(next.id) ?? []) exercised.add(requirement);
  };

  // Whether a target can be judged at all is seen by its first answer, and by that of a rich body most else, too.
  const [first] = cases;
  if (first !== undefined) append(first);
  for (const next of killOrder) {
    const known = byId.get(next);
    if (known !== undefined && waiting.has(known)) append(known);
  }
  while (waiting.size > 0) {
    let best: { readonly next: Case; readonly worth: number } | undefined;
    for (const next of waiting) {
      const fresh = (bearing.get(next.id) ?? []).filter((requirement) => !exercised.has(requirement));
      const worth = fresh.reduce((sum, { level }) => sum + WORTH[level], 0) / costOf(next);
      if (best === undefined || worth > best.worth) best = { next, worth };
    }
    if (best !== undefined) append(best.next);
  }
  return [...plan.values(), ...last];
}

/** Whether a case judges what the others left behind, and so stands at the end. */
export const looksBack = ({ requests }: Case): boolean =>
  requests.some(({ about }) => about.at?.sequence === 'after-refusals');
