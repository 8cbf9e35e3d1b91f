import type {
  Choice,
  Depth,
  Exercise,
  FaultOperator,
  Pointer,
  Sequence,
  Step,
} from '../contracts/exercise.ts';
import type { Requirement } from '../contracts/requirement.ts';
import { sampledCases } from './arbitraries/sampled-cases.ts';
import type { Case } from './case.ts';
import { credentialsCase } from './credentials-case.ts';
import { isDescriptive } from './faults/fault-places.ts';
import { faultyCases } from './faults/faulty-cases.ts';
import { sequenceCase } from './sequences.ts';
import { coveringRows } from './valid/covering.ts';
import { baseCase, validCase } from './valid/valid-case.ts';
import { wireCase } from './wire-case.ts';

/** How many parts of a body are combined in every way. */
const STRENGTH = { quick: 1, standard: 2, deep: 3 } as const;

/** How many bodies are drawn at random: exploration draws more. */
const SAMPLES = { quick: 0, standard: 1, deep: 3 } as const;

/** Choices that stand outside the covering array, each sent by itself: one more row would not carry them. */
const ALONE: ReadonlySet<Choice> = new Set<Choice>([
  'base',
  'trigger:id-only',
  'trigger:described',
  'dependencies:registry',
]);

/** Valid bodies that faults are an edit of: they are accepted first, or a refusal says nothing. */
const TWINS: readonly Choice[] = [
  'runtime:node22',
  'deploy:false',
  'dependencies:one',
  'secrets:one',
  'modules:one',
];

/** Every case that the requirements call for, each once, in the order of the catalogue. */
export function casesFor(requirements: readonly Requirement[], depth: Depth, seed: number): readonly Case[] {
  const twins = TWINS.map((choice) => validCase([choice]));
  const rows = coveringRows(STRENGTH[depth]).map((row) => validCase(row));
  const cases = requirements.flatMap(({ exercisedBy }) =>
    casesOf(exercisedBy, { requirements, depth, seed, rows }),
  );
  const wantedTwins = new Set(cases.flatMap(({ twin }) => (twin === undefined ? [] : [twin])));
  const all = [baseCase(), ...twins.filter(({ id }) => wantedTwins.has(id)), ...cases];
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

interface Wanted {
  readonly requirements: readonly Requirement[];
  readonly depth: Depth;
  readonly seed: number;
  /** The rows of the covering array, which are the same for every requirement that one of them serves. */
  readonly rows: readonly Case[];
}

function casesOf(exercise: Exercise, { requirements, depth, seed, rows }: Wanted): readonly Case[] {
  switch (exercise.kind) {
    case 'valid':
      if (exercise.choice === 'sampled') return sampledCases(seed, SAMPLES[depth]);
      return exercise.choice !== undefined && ALONE.has(exercise.choice)
        ? [validCase([exercise.choice])]
        : rows;
    case 'combination':
      return rows;
    case 'fault': {
      const { at, operator } = exercise;
      return faultyCases(at, operator).slice(0, variations(at, operator, depth));
    }
    case 'credentials':
      return [credentialsCase(exercise.credentials)];
    case 'wire':
      return [wireCase(exercise.variant)];
    case 'sequence':
      return [sequenceCase(exercise.sequence, stepsOf(exercise.sequence, requirements))];
    case 'operation':
      // It is judged where it occurs; sequences are planned by their steps.
      return [];
    case 'passive':
      // A base create stands for all of them; whatever else is sent bears on it too.
      return [baseCase()];
  }
}

/** How many variations of one fault to send: at standard depth every wrong type wherever clients send anything. */
function variations(at: Pointer, operator: FaultOperator, depth: Depth): number {
  if (depth === 'deep') return Infinity;
  if (depth === 'quick' || isDescriptive(at)) return 1;
  return operator === 'wrong-type' ? Infinity : 2;
}

function stepsOf(sequence: Sequence, requirements: readonly Requirement[]): ReadonlySet<Step> {
  return new Set(
    requirements.flatMap(({ exercisedBy }) =>
      exercisedBy.kind === 'sequence' && exercisedBy.sequence === sequence ? [exercisedBy.step] : [],
    ),
  );
}
