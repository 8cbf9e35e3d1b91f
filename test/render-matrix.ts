import type { Outcome } from './self-validation.ts';
import { SHORT_BUDGET, type Summary } from './summarize.ts';

/** Ids that a row shows before it only counts them. */
const SHOWN = 3;

/** The trials as aligned text: a row a mutant, then what they come to. */
export function renderMatrix(outcomes: readonly Outcome[], summary: Summary): string {
  const rows = outcomes.map((outcome): readonly [string, string, string] => [
    outcome.name,
    killersOf(outcome),
    outcome.requestsToFirstKill === undefined ? '-' : String(outcome.requestsToFirstKill),
  ]);
  const head: readonly [string, string, string] = ['mutant', 'killed by', 'requests until then'];
  const [first, second] = [0, 1].map((column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const table = [head, ...rows].map(
    ([name, by, requests]) => `${name.padEnd(first ?? 0)}  ${by.padEnd(second ?? 0)}  ${requests}`,
  );
  return [...table, '', ...conclusion(summary)].join('\n');
}

function killersOf({ fell, hidden, alarms, killed, missed, stopped }: Outcome): string {
  if (!killed) return `SURVIVES ${missed.length > 0 ? listed(missed) : (stopped ?? '')}`.trimEnd();
  if (stopped !== undefined) return `not judged at all: ${stopped}`;
  if (hidden.length > 0) return `could not be judged: ${listed(hidden)}`;
  return listed(fell.filter((id) => !alarms.includes(id)));
}

function listed(ids: readonly string[]): string {
  const more = ids.length > SHOWN ? ` +${ids.length - SHOWN}` : '';
  return `${ids.slice(0, SHOWN).join(', ')}${more}`;
}

function conclusion({
  mutants,
  killed,
  survivors,
  alarms,
  unlucky,
  alleged,
  complaints,
  unarmed,
  medianRequestsToFirstKill,
  noticedOnShortBudget,
}: Summary): readonly string[] {
  return [
    `${killed} of ${mutants} mutants killed, ${alarms.length} false alarms, ${unarmed.length} requirements unarmed.`,
    `${unlucky} unlucky targets, ${alleged.length} alleged.`,
    `Requests until the first kill: ${medianRequestsToFirstKill} (median).`,
    `A run of ${SHORT_BUDGET} requests notices ${(noticedOnShortBudget * 100).toFixed(1)} % of those that are not rare.`,
    ...survivors.map(
      ({ mutant, missed }) => `survivor: ${mutant}${missed.length > 0 ? ` (${missed.join(', ')})` : ''}`,
    ),
    ...alarms.map(({ mutant, requirement }) => `false alarm: ${requirement} with ${mutant}`),
    ...alleged.map(({ mutant, requirement }) => `alleged without reason: ${requirement} of ${mutant}`),
    ...complaints.map(({ target, complaint }) => `wrong with ${target}: ${complaint}`),
    ...unarmed.map((id) => `unarmed: ${id}`),
  ];
}
