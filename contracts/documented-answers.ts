import answers from './answers.json' with { type: 'json' };
import type { Operation } from './exercise.ts';
import type { SchemaName } from './expectation.ts';

/** What is documented of an answer's body. */
export interface DocumentedBody {
  /** Absent where the body is described nowhere. */
  readonly schema?: SchemaName;
  /** JSON Pointer to the list whose items the schema describes; the body itself where it is absent. */
  readonly each?: string;
}

/** What is documented of answers, as `contracts/answers.json` holds it. */
export interface DocumentedAnswers {
  readonly operations: Readonly<
    Record<Operation, { readonly statuses: Readonly<Record<string, DocumentedBody>> }>
  >;
  readonly headers: { readonly documented: readonly string[]; readonly standard: readonly string[] };
}

/** What is documented of the answers to each operation. */
// A module of JSON widens the names of schemas to strings; a test reads each of them.
export const documentedAnswers = answers as DocumentedAnswers;
