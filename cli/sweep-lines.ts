import { visibleLine } from '../reports/visible.ts';
import type { SweepPlan } from '../runner/cleanup/plan-sweep.ts';
import type { Swept } from '../runner/cleanup/sweep.ts';

const actions = (count: number): string => `${count} action${count === 1 ? '' : 's'}`;

/** More lines of one kind than this say nothing that the first of them do not. */
const MOST = 5;

/** What a sweep came to, for a person: a line for what it did, and one for each thing that was not there or that it did not do. */
export function sweepLines({ deleted, absent, left, foreign, unknown }: Swept): readonly string[] {
  return [
    `swept ${actions(deleted.length)} that an earlier run left`,
    ...few(absent.map((id) => `the action ${visibleLine(id)} was not there`)),
    ...few(
      [...left].map(([id, why]) => `the action ${visibleLine(id)} could not be deleted: ${visibleLine(why)}`),
    ),
    ...asideLines({ foreign, unknown }),
  ];
}

/** What a sweep would do, for a person. */
export function plannedLines({ own, absent, left, foreign, unknown }: SweepPlan): readonly string[] {
  return [
    ...[...own].map(
      ([id, name]) => `would delete the action ${visibleLine(id)}, which is called ${visibleLine(name)}`,
    ),
    ...few(absent.map((id) => `the action ${visibleLine(id)} is not there`)),
    ...few(
      [...left].map(([id, why]) => `would leave alone the action ${visibleLine(id)}: ${visibleLine(why)}`),
    ),
    ...asideLines({ foreign, unknown }),
  ];
}

function asideLines({ foreign, unknown }: Pick<SweepPlan, 'foreign' | 'unknown'>): readonly string[] {
  return [
    ...few([...foreign].map(([what, why]) => `${visibleLine(what)} is left alone: ${visibleLine(why)}`)),
    ...few(
      [...unknown].map(
        ([name, why]) =>
          `the target did not say whether it has an action called ${visibleLine(name)}: ${visibleLine(why)}`,
      ),
    ),
  ];
}

const few = (lines: readonly string[]): readonly string[] =>
  lines.length <= MOST ? lines : [...lines.slice(0, MOST), `and ${lines.length - MOST} more of this kind`];
