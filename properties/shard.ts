import type { Case } from './case.ts';
import { costOf, looksBack, type Plan } from './plan.ts';

/**
 * The part of a plan that one of several machines sends: every case goes to just one, the dearest first and always to
 * the one with the least to do, which is the same on each machine. With a faulty body goes its valid twin; the first body,
 * and what looks back on what the others left behind, go to all.
 *
 * @param index counts from 1.
 */
export function shardOf(
  { cases }: Plan,
  { index, count }: { readonly index: number; readonly count: number },
): readonly Case[] {
  const [first] = cases;
  const isEverywhere = (each: Case): boolean => each === first || looksBack(each);
  const shards = Array.from({ length: count }, () => ({ cost: 0, ids: new Set<string>() }));
  const byCost = cases
    .filter((each) => !isEverywhere(each))
    .toSorted((a, b) => costOf(b) - costOf(a) || (a.id < b.id ? -1 : 1));
  const dear = new Map(cases.map((each) => [each.id, costOf(each)]));
  const byId = new Map(cases.map((each) => [each.id, each]));
  /** A case and the valid ones beside it, each beside the one before. */
  const together = (id: string): readonly string[] => {
    const twin = byId.get(id)?.twin;
    return twin === undefined || twin === first?.id ? [id] : [...together(twin), id];
  };
  for (const { id } of byCost) {
    const extra = ({ ids }: { readonly ids: ReadonlySet<string> }): number =>
      together(id).reduce((sum, each) => sum + (ids.has(each) ? 0 : (dear.get(each) ?? 0)), 0);
    const [least] = shards.toSorted((a, b) => a.cost + extra(a) - (b.cost + extra(b)));
    if (least === undefined) continue;
    least.cost += extra(least);
    for (const each of together(id)) least.ids.add(each);
  }
  const mine = shards[index - 1]?.ids ?? new Set();
  return cases.filter((each) => isEverywhere(each) || mine.has(each.id));
}
