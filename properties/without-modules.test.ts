import { describe, expect, it } from 'vitest';

import { catalogue } from '../contracts/catalogue.ts';
import type { Depth } from '../contracts/exercise.ts';
import type { Requirement } from '../contracts/requirement.ts';
import { appliesTo } from './applies.ts';
import { costOf, planFor, planWithoutModules, type Plan } from './plan.ts';

const all: readonly Requirement[] = catalogue;
const sendable = ({ cases }: Plan): Plan['cases'] =>
  cases.filter(({ needs }) => needs?.includes('module') !== true);
const exercised = (plan: Plan): readonly string[] =>
  all
    .filter(({ exercisedBy }) =>
      sendable(plan).some(({ requests }) => requests.some(({ about }) => appliesTo(exercisedBy, about))),
    )
    .map(({ id }) => id);

describe('a plan for a target without modules', () => {
  it.each<Depth>(['quick', 'standard', 'deep'])('loses at %s depth what is about modules alone', (depth) => {
    const musts = all.filter(({ level }) => depth !== 'quick' || level === 'MUST');
    const plan = planFor(musts, depth, 1);
    const without = new Set(exercised(planWithoutModules(plan)));
    const planned = musts.map(({ id }) => id).filter((id) => !without.has(id));
    expect(planned.length).toBeGreaterThan(0);
    expect(planned.filter((id) => !id.startsWith('request.modules.'))).toEqual([]);
  });

  it('loses less than the plan as it is would', () => {
    const plan = planFor(all, 'standard', 1);
    expect(exercised(plan).length).toBeLessThan(exercised(planWithoutModules(plan)).length);
  });

  it('still says of what is about modules that it needs one', () => {
    const { cases } = planWithoutModules(planFor(all, 'standard', 1));
    const telling = cases.filter(({ needs }) => needs?.includes('module'));
    const one = all.find(({ id }) => id === 'request.modules.one');
    expect(
      telling.some(({ requests }) => requests.some(({ about }) => one && appliesTo(one.exercisedBy, about))),
    ).toBe(true);
  });

  it('sends no body with a module, no case twice, and costs no more', () => {
    const plan = planFor(all, 'standard', 1);
    const bare = planWithoutModules(plan);
    expect(JSON.stringify(sendable(bare))).not.toContain('"module_id":"<<');
    expect(new Set(bare.cases.map(({ id }) => id)).size).toBe(bare.cases.length);
    const cost = (cases: Plan['cases']): number => cases.reduce((sum, each) => sum + costOf(each), 0);
    expect(cost(sendable(bare))).toBeLessThanOrEqual(cost(plan.cases));
    expect(bare.hash).not.toBe(plan.hash);
  });

  it('is the same plan where none of it needs a module', () => {
    const plan = planFor(
      all.filter(({ id }) => id.startsWith('request.name.')),
      'quick',
      1,
    );
    expect(planWithoutModules(plan)).toBe(plan);
  });
});
