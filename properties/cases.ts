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
import { baseCase, richCase, validCase } from './valid/valid-case.ts';
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

/** Every case that the requirements call for, each once, in the order of the catalogue. */
export function casesFor(requirements: readonly Requirement[], depth: Depth, seed: number): readonly Case[] {
  const rows = coveringRows(STRENGTH[depth]).map((row) => validCase(row));
  const cases = requirements.flatMap(({ exercisedBy }) =>
    casesOf(exercisedBy, { requirements, depth, seed, rows }),
  );
  const twins = [richCase(), baseCase(), validCase(['modules:one'])];
  const wantedTwins = new Set(cases.flatMap(({ twin }) => (twin === undefined ? [] : [twin])));
  // Whether the target can be judged at all is seen by a create, whatever is asked for.
  const [first = richCase(), ...others] = twins;
  const all = [first, ...others.filter(({ id }) => wantedTwins.has(id)), ...cases];
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
      // One body can say both at once.
      if (exercise.choice === 'trigger:open') return [validCase(['trigger:described', 'trigger:open'])];
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
      // One create stands for all of them; whatever else is sent bears on it too.
      return [richCase()];
  }
}

/** Faults that are told apart by every variation, as each is another dialect of a lax parser or another careless test. */
const ALL_VARIATIONS: ReadonlySet<FaultOperator> = new Set<FaultOperator>([
  'wrong-type',
  'malformed-json',
  'outside-enum',
]);

/** Places at which quick depth tries more than the likeliest mistake: what every client sends, and a parser's reading. */
const TWICE_AT_QUICK: ReadonlySet<Pointer> = new Set<Pointer>(['/name', '/supported_triggers/0/id', '/code']);

/** How many variations of one fault to send: at standard depth every wrong type wherever clients send anything. */
function variations(at: Pointer, operator: FaultOperator, depth: Depth): number {
  if (depth === 'deep') return Infinity;
  if (depth === 'quick') return TWICE_AT_QUICK.has(at) || operator === 'malformed-json' ? 2 : 1;
  if (isDescriptive(at)) return 1;
  return ALL_VARIATIONS.has(operator) ? Infinity : 2;
}

function stepsOf(sequence: Sequence, requirements: readonly Requirement[]): ReadonlySet<Step> {
  return new Set(
    requirements.flatMap(({ exercisedBy }) =>
      exercisedBy.kind === 'sequence' && exercisedBy.sequence === sequence ? [exercisedBy.step] : [],
    ),
  );
}
