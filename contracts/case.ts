import type {
  Choice,
  Credentials,
  FaultOperator,
  Operation,
  Pointer,
  Sequence,
  Step,
  WireVariant,
} from './exercise.ts';
import type { Json } from './expectation.ts';

/** The one thing wrong with a body: where, which keyword of the schema it breaks, and the edit that broke it. */
export interface Fault {
  readonly at: Pointer;
  readonly operator: FaultOperator;
  /** JSON Schema keyword that forbids it; `syntax` where the bytes are no JSON at all. */
  readonly keyword: string;
  /** The property that should not be there, where `at` is the object that has it. */
  readonly property?: string;
  /** What the valid twin has there; absent when it has nothing. */
  readonly before?: Json;
  /** What is sent instead, a number that overflows as its digits; absent when nothing is. */
  readonly after?: Json;
}

/** What a request was sent for. It never says which answer is expected. */
export interface About {
  readonly operation: Operation;
  readonly credentials: Credentials;
  /** What the valid body, or the valid twin of a faulty one, chose. */
  readonly choices: readonly Choice[];
  readonly fault?: Fault;
  readonly wire?: WireVariant;
  readonly at?: { readonly sequence: Sequence; readonly step: Step };
  /** The smallest combination of choices that the target refuses, though it accepts each alone. */
  readonly smallest?: true;
}

/** What a request is charged to in a budget. */
export type RequestKind = 'create' | 'probe' | 'read' | 'update' | 'deploy' | 'cleanup' | 'token' | 'pact';

/** Where fast-check drew a value at random, and which steps of shrinking led on from there. */
export interface Draw {
  readonly seed: number;
  /** Number of the draw, then of each smaller value, as fast-check counts them: `17:0:3`. */
  readonly path: string;
}
