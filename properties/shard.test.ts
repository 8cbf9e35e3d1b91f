import { describe, expect, it } from 'vitest';

import { catalogue } from '../contracts/catalogue.ts';
import type { Case } from './case.ts';
import { costOf, looksBack, planFor } from './plan.ts';
import { shardOf } from './shard.ts';

const plan = planFor(catalogue, 'standard', 1);
const shards = (count: number): readonly (readonly Case[])[] =>
  Array.from({ length: count }, (_, index) => shardOf(plan, { index: index + 1, count }));
const idsOf = (cases: readonly Case[]): readonly string[] => cases.map(({ id }) => id);

describe.each([1, 2, 4, 7])('a plan in %i parts', (count) => {
  const parts = shards(count);

  it('is all there, each part in the order of the plan', () => {
    expect(new Set(parts.flatMap(idsOf))).toEqual(new Set(idsOf(plan.cases)));
    for (const part of parts) {
      expect(idsOf(part)).toEqual(idsOf(plan.cases.filter((each) => part.includes(each))));
    }
  });

  it('has the smallest body, each twin and the look back where they are needed', () => {
    for (const part of parts) {
      const ids = new Set(idsOf(part));
      expect(part[0]).toBe(plan.cases[0]);
      expect(part.flatMap(({ twin }) => twin ?? []).filter((twin) => !ids.has(twin))).toEqual([]);
      expect(part.filter(looksBack)).toEqual(plan.cases.filter(looksBack));
    }
  });

  it('sends nothing twice but those, and costs each part as much to within the dearest case', () => {
    const twins = new Set(plan.cases.flatMap(({ twin }) => twin ?? []));
    const everywhere = new Set([plan.cases[0], ...plan.cases.filter(looksBack)]);
    const once = plan.cases.filter((each) => !everywhere.has(each) && !twins.has(each.id));
    const times = once.map((each) => parts.filter((part) => part.includes(each)).length);
    expect(new Set(times)).toEqual(new Set([1]));
    const costs = parts.map((part) => part.reduce((sum, each) => sum + costOf(each), 0));
    const dearest = Math.max(...plan.cases.map(costOf));
    expect(Math.max(...costs) - Math.min(...costs)).toBeLessThanOrEqual(dearest);
  });
});

it('is the same on each machine', () => {
  expect(shards(4).map(idsOf)).toEqual(shards(4).map(idsOf));
});
