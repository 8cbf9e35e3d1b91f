import type { ChangedDeviation, ChangedRequirement, State } from './change.ts';

/** What became of each requirement that nobody waived and that demands anything, by what became of its deviations. */
export function changedRequirements(deviations: readonly ChangedDeviation[]): readonly ChangedRequirement[] {
  const demanding = deviations.filter(({ level, waiver }) => level !== 'MAY' && waiver === undefined);
  return [...Map.groupBy(demanding, ({ requirement }) => requirement)].flatMap(([id, its]) => {
    const [first] = its;
    if (first === undefined) return [];
    return [
      {
        id,
        level: first.level,
        state: together(new Set(its.map(({ state }) => state))),
        firstSeen: its.map((each) => each.firstSeen).reduce((a, b) => (a < b ? a : b)),
        lastSeen: its.map((each) => each.lastSeen).reduce((a, b) => (a > b ? a : b)),
      },
    ];
  });
}

/** What a requirement is in when its deviations are in these states. */
function together(states: ReadonlySet<State>): State {
  const [only] = states;
  if (only !== undefined && states.size === 1) return only;
  // One deviation more, or another in place of one: the requirement was broken before, and is.
  if (states.has('new') || states.has('flaky') || states.has('still-failing')) return 'still-failing';
  return states.has('not-judged') ? 'not-judged' : 'fixed';
}
