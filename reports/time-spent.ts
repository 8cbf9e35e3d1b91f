import type { Evidence } from './evidence.ts';

/** Time of the distinct cases, in milliseconds. */
export function timeSpent({ cases, exchanges }: Evidence, ids: readonly string[]): number {
  return [...new Set(ids)]
    .flatMap((id) => cases.get(id)?.exchanges ?? [])
    .reduce((sum, id) => sum + (exchanges.get(id)?.durationMs ?? 0), 0);
}
