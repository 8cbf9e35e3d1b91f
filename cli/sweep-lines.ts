import { visibleLine } from '../reports/visible.ts';
import type { Swept } from '../runner/sweep.ts';

const actions = (count: number): string => `${count} action${count === 1 ? '' : 's'}`;

/** What a sweep came to, for a person: a line for what it did, and one for each thing that was not there or that it could not do. */
export function sweepLines({ deleted, absent, left, unknown }: Swept): readonly string[] {
  return [
    `swept ${actions(deleted.length)} that an earlier run left`,
    ...absent.map((id) => `the action ${visibleLine(id)} was not there`),
    ...left.map((id) => `the action ${visibleLine(id)} could not be deleted`),
    ...unknown.map((name) => `the target did not say whether it has an action called ${visibleLine(name)}`),
  ];
}
