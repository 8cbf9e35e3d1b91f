import type { Case } from './case.ts';
import { costOf, looksBack, type Plan } from './plan.ts';

/**
 * The part of a plan that one of several machines sends: every case goes to just one, the dearest first and always to
 * the one with the least to do, which is the same on each machine. With a faulty body goes its valid twin; the smallest
 * body, and what looks back on what the others left behind, go to all.
 *
 * @param index counts from 1.
 */
export function shardOf(
  { cases }: Plan,
  { index, count }: { readonly index: number; readonly count: number },
): readonly Case[] {
  const [base] = cases;
  const isEverywhere = (each: Case): boolean => each === base || looksBack(each);
  const shards = Array.from({ length: count }, () => ({ cost: 0, ids: new Set<string>() }));
  const byCost = cases
    .filter((each) => !isEverywhere(each))
    .toSorted((a, b) => costOf(b) - costOf(a) || (a.id < b.id ? -1 : 1));
  const dear = new Map(cases.map((each) => [each.id, costOf(each)]));
  for (const { id, twin } of byCost) {
    const extra = (shard: { readonly ids: ReadonlySet<string> }): number =>
      (shard.ids.has(id) ? 0 : (dear.get(id) ?? 0)) +
      (twin === undefined || twin === base?.id || shard.ids.has(twin) ? 0 : (dear.get(twin) ?? 0));
    const [least] = shards.toSorted((a, b) => a.cost + extra(a) - (b.cost + extra(b)));
    if (least === undefined) continue;
    least.cost += extra(least);
    least.ids.add(id);
    if (twin !== undefined) least.ids.add(twin);
  }
  const mine = shards[index - 1]?.ids ?? new Set();
  return cases.filter((each) => isEverywhere(each) || mine.has(each.id));
}
