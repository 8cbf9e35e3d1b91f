import type { Json } from '../contracts/expectation.ts';
import type { JsonObject } from '../contracts/pointer.ts';

/** A state that the provider must be in for an interaction. */
export interface ProviderState {
  readonly name: string;
  readonly parameters: Readonly<Record<string, Json>>;
}

/** Headers or query parameters, by name; each may have several values. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** A request over HTTP and the answer to it that a consumer relies on, the same whatever version wrote it. */
export interface Interaction {
  readonly description: string;
  readonly states: readonly ProviderState[];
  /** Ids of the requirements that it is evidence for, as the consumer refers to them. */
  readonly requirements: readonly string[];
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly query: Values;
    /** By lower-case name. */
    readonly headers: Values;
    readonly body?: Json;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Values;
    readonly body?: Json;
  };
  /** The interaction as it stands in the file. */
  readonly raw: JsonObject;
}

/** What one consumer relies on, as one file says it. */
export interface Pact {
  /** The file or URL that it was read from. */
  readonly source: string;
  readonly consumer: string;
  readonly provider: string;
  readonly interactions: readonly Interaction[];
  /** How many interactions are no requests over HTTP, but messages. */
  readonly messages: number;
  /** The file as it was read. */
  readonly document: JsonObject;
}

/** An interaction as a person finds it: its description, and the states that it asks for. */
export function titleOf({ description, states }: Interaction): string {
  const given = states.map(({ name }) => name).join(' and ');
  return given === '' ? description : `${description} (given ${given})`;
}
