import type { Operation } from '../contracts/exercise.ts';
import type { Json } from '../contracts/expectation.ts';

/** What can differ between what is documented of answers and what is seen. */
export type DriftKind = 'property' | 'value' | 'status' | 'header';

/** An operation of JSON Patch (RFC 6902). */
export type PatchOperation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: Json }
  | { readonly op: 'remove'; readonly path: string };

/** Something that a target answers and nobody documented. */
export interface Undocumented {
  /** The same for the same thing in every run. */
  readonly id: string;
  readonly kind: DriftKind;
  /** One sentence. */
  readonly message: string;
  /** The operation whose answer showed it first. */
  readonly operation: Operation;
  /** JSON Pointer into the answer's body, or `header <name>`, or `status`. */
  readonly path: string;
  /** What was there, as JSON text, cut where it is long. */
  readonly observed: string;
  /** Id of the first exchange that shows it. */
  readonly exchange: string;
  /** Name of the known deviation that it is an instance of. */
  readonly waiver?: string;
  /** What would document it. */
  readonly patch: {
    /** Path of the file in the project, such as `contracts/schemas/action.json`. */
    readonly file: string;
    readonly operations: readonly PatchOperation[];
  };
}

/** Something that is documented and that no answer of a run showed. */
export interface Unseen {
  /** The same for the same thing in every run. */
  readonly id: string;
  readonly kind: DriftKind;
  /** One sentence. */
  readonly message: string;
}

/** How what a target answers differs from what is documented, whether it breaks a requirement or not. */
export interface Drift {
  readonly undocumented: readonly Undocumented[];
  readonly unseen: readonly Unseen[];
}
