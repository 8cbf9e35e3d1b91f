import type { Drift } from '../drift/drift.ts';

/**
 * What the shards of a run came to in drift: everything that any of them saw and nobody documented, as the first of
 * them tells it, and what is documented and none of them saw.
 */
export function mergeDrift(drifts: readonly Drift[]): Drift {
  const [first, ...others] = drifts;
  const undocumented = new Map<string, Drift['undocumented'][number]>();
  for (const part of drifts.flatMap((each) => each.undocumented)) {
    if (!undocumented.has(part.id)) undocumented.set(part.id, part);
  }
  const unseenElsewhere = others.map(({ unseen }) => new Set(unseen.map(({ id }) => id)));
  return {
    undocumented: [...undocumented.values()],
    unseen: (first?.unseen ?? []).filter(({ id }) => unseenElsewhere.every((ids) => ids.has(id))),
  };
}
