import type { FaultOperator, Pointer } from '../../contracts/exercise.ts';
import type { Json } from '../../contracts/expectation.ts';

/** One way to make a valid body faulty at one place. */
export interface Variation {
  /** What is wrong, in words, with the place left to the caller: "is null instead of a string". */
  readonly words: string;
  /** The JSON Schema keyword that it breaks. */
  readonly keyword: string;
  /** Where the value changes; usually where the fault lies. */
  readonly edited: Pointer;
  /** What is put there; `undefined` takes the value away. */
  readonly value: Json | undefined;
}

/** Makes a valid body faulty at a place, in every way that it knows, the likeliest mistakes of real clients first. */
export type Operator = (twin: Json, at: Pointer) => readonly Variation[];

/** Operators whose faults a JSON Schema can see, as opposed to those that break the JSON itself. */
export type SchemaOperator = Exclude<FaultOperator, 'malformed-json' | 'empty-body'>;

/** One way to make bytes that are no JSON of a valid body. */
export interface SyntaxVariation {
  /** What is wrong, in words that follow "the body". */
  readonly words: string;
  readonly text: string;
}
