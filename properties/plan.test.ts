import { describe, expect, it } from 'vitest';

import { catalogue } from '../contracts/catalogue.ts';
import type { Depth } from '../contracts/exercise.ts';
import type { Requirement } from '../contracts/requirement.ts';
import { appliesTo } from './applies.ts';
import killOrder from './kill-order.json' with { type: 'json' };
import { costOf, planFor, type Plan } from './plan.ts';

const all: readonly Requirement[] = catalogue;
const musts = all.filter(({ level }) => level === 'MUST');
const plans: Readonly<Record<Depth, Plan>> = {
  quick: planFor(musts, 'quick', 1),
  standard: planFor(all, 'standard', 1),
  deep: planFor(all, 'deep', 1),
};
const cost = ({ cases }: Plan): number => cases.reduce((sum, each) => sum + costOf(each), 0);

const exercisedBy = ({ cases }: Plan, requirements: readonly Requirement[]): readonly string[] =>
  requirements
    .filter((each) =>
      cases.some(({ requests }) => requests.some(({ about }) => appliesTo(each.exercisedBy, about))),
    )
    .map(({ id }) => id);

const faults = ({ cases }: Plan): string[] =>
  cases.filter(({ requests }) => requests.some(({ about }) => about.fault)).map(({ id }) => id);

describe('a plan', () => {
  it('exercises every MUST at quick depth, in less than 100 requests', () => {
    expect(exercisedBy(plans.quick, musts)).toEqual(musts.map(({ id }) => id));
    // Beside the plan a run asks for a token and a module, and looks at a build more than once.
    expect(cost(plans.quick)).toBeLessThan(98);
  });

  it('exercises everything at standard depth, in less than 250 requests', () => {
    expect(exercisedBy(plans.standard, all)).toEqual(all.map(({ id }) => id));
    expect(cost(plans.standard)).toBeLessThan(262);
  });

  it('sends every case of a lesser depth at a greater one, but for the covering array', () => {
    expect(faults(plans.standard)).toEqual(expect.arrayContaining(faults(plans.quick)));
    expect(faults(plans.deep)).toEqual(expect.arrayContaining(faults(plans.standard)));
  });

  it('is the same for the same arguments, and another for another seed', () => {
    expect(planFor(all, 'standard', 1).hash).toBe(plans.standard.hash);
    expect(planFor(all, 'standard', 2).hash).not.toBe(plans.standard.hash);
  });

  it('draws nothing at random at quick depth', () => {
    expect(planFor(musts, 'quick', 2).hash).toBe(plans.quick.hash);
  });

  it('sends the valid twin of every faulty body before it', () => {
    const seen = new Set<string>();
    const early = plans.deep.cases.filter(({ id, twin }) => {
      seen.add(id);
      return twin !== undefined && !seen.has(twin);
    });
    expect(early).toEqual([]);
  });

  it('has no case twice', () => {
    expect(new Set(plans.deep.cases.map(({ id }) => id)).size).toBe(plans.deep.cases.length);
  });

  it('begins with what exercises most: half of the requests exercise nine tenths of the MUSTs', () => {
    const { cases } = plans.standard;
    const half: Plan = { ...plans.standard, cases: cases.slice(0, Math.floor(cases.length / 2)) };
    expect(exercisedBy(half, musts).length).toBeGreaterThan(musts.length * 0.9);
  });

  it('begins with what was measured to notice most', () => {
    // Cases that are no more: `npm run mutants -- --freeze-order` measures the order anew.
    const planned = plans.standard.cases.map(({ id }) => id);
    const frozen = killOrder.map(({ id }) => id);
    expect(frozen.filter((id) => !planned.includes(id))).toEqual([]);
    expect(planned.slice(0, frozen.length)).toEqual(frozen);
  });

  it('looks for what was left behind at its very end', () => {
    expect(plans.standard.cases.at(-1)?.title).toBe(
      'the list of actions once every invalid request was refused',
    );
  });

  it('holds nothing that depends on when or where it was made', () => {
    expect(JSON.stringify(plans.standard)).not.toMatch(/\d{4}-\d\d-\d\dT|127\.0\.0\.1/);
  });
});
