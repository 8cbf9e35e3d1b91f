import { catalogue } from '../contracts/catalogue.ts';
import { mutants } from '../fixtures/mutants/shelf.ts';
import type { Outcome } from './self-validation.ts';
import type { UnluckyOutcome } from './try-unlucky.ts';

/** The requests of a run that is much too short to exercise everything. */
export const SHORT_BUDGET = 40;

/** A requirement that fell and should not have, with the tenant that it was held against. */
interface Alarm {
  readonly mutant: string;
  readonly requirement: string;
}

/** What all the trials together say of the suite. */
export interface Summary {
  readonly mutants: number;
  readonly killed: number;
  /** Mutants of whose fault the suite missed at least a part. */
  readonly survivors: readonly { readonly mutant: string; readonly missed: readonly string[] }[];
  readonly alarms: readonly Alarm[];
  readonly falseAlarms: number;
  /** Honest targets in bad circumstances, and what was alleged of them. */
  readonly unlucky: number;
  readonly alleged: readonly Alarm[];
  /** What else is wrong with a run against one of these, in words. */
  readonly complaints: readonly { readonly target: string; readonly complaint: string }[];
  /** Requirements that can fall, and that no mutant makes fall. */
  readonly unarmed: readonly string[];
  readonly medianRequestsToFirstKill: number;
  /** Share of the mutants that are not rare of which a run of {@link SHORT_BUDGET} requests notices something. */
  readonly noticedOnShortBudget: number;
  /** Whether the suite noticed every fault, and nothing else. */
  readonly proven: boolean;
}

interface Trials {
  /** Of every mutant, with all the requests that a run takes. */
  readonly outcomes: readonly Outcome[];
  /** Of every mutant that is not rare, with {@link SHORT_BUDGET} requests. */
  readonly short: readonly Outcome[];
  /** What fell with the honest tenant, by its likeness. */
  readonly honest: Readonly<Record<string, readonly string[]>>;
  readonly unlucky: readonly UnluckyOutcome[];
}

/** Sums up the trials. */
export function summarize({ outcomes, short, honest, unlucky }: Trials): Summary {
  const survivors = outcomes
    .filter(({ killed }) => !killed)
    .map(({ name, missed }) => ({ mutant: name, missed }));
  const alarms = [
    ...outcomes.map(({ name, alarms: ids }) => ({ name, ids })),
    ...Object.entries(honest).map(([like, ids]) => ({ name: `the honest tenant, ${like}`, ids })),
  ].flatMap(({ name, ids }) => ids.map((requirement) => ({ mutant: name, requirement })));
  const unarmed = unarmedBy(outcomes);
  const alleged = unlucky.flatMap(({ name, alleged: ids }) =>
    ids.map((requirement) => ({ mutant: name, requirement })),
  );
  const complaints = unlucky.flatMap(({ name, complaints: words }) =>
    words.map((complaint) => ({ target: name, complaint })),
  );
  return {
    mutants: outcomes.length,
    killed: outcomes.length - survivors.length,
    survivors,
    alarms,
    falseAlarms: alarms.length,
    unlucky: unlucky.length,
    alleged,
    complaints,
    unarmed,
    medianRequestsToFirstKill: median(
      outcomes.flatMap(({ requestsToFirstKill }) => requestsToFirstKill ?? []),
    ),
    noticedOnShortBudget: short.filter(isNoticed).length / short.length,
    proven: [survivors, alarms, alleged, complaints, unarmed].every(({ length }) => length === 0),
  };
}

function isNoticed({ shownBy, hidden, stopped }: Outcome): boolean {
  return shownBy.length > 0 || hidden.length > 0 || stopped !== undefined;
}

/** Requirements that demand something and that fell with no mutant that breaks them. */
function unarmedBy(outcomes: readonly Outcome[]): readonly string[] {
  const fell = new Map(outcomes.map((outcome) => [outcome.name, new Set(outcome.fell)]));
  const armed = new Set<string>(
    mutants.flatMap(({ name, breaks }) => breaks.filter((id) => fell.get(name)?.has(id) === true)),
  );
  return catalogue.filter(({ level, id }) => level !== 'MAY' && !armed.has(id)).map(({ id }) => id);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
