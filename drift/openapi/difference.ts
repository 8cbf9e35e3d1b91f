import type { Json } from '../../contracts/expectation.ts';

/** In what a description of the operation differs from the contract. */
export type DifferenceKind =
  | 'property-added'
  | 'property-removed'
  | 'type'
  | 'enum'
  | 'required'
  | 'format'
  | 'limit'
  | 'additional-properties'
  | 'response-added'
  | 'response-removed'
  | 'body';

/** One way in which a description of the operation differs from the contract. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** Where: `request` or `response <status>`, and a JSON Pointer below it, with `-` for every item of a list. */
  readonly at: string;
  /** Other places of the description where the same part of the contract differs in the same way. */
  readonly also: readonly string[];
  /** `name#/pointer` of the contract's schema; absent for a whole response. */
  readonly place?: string;
  /** The property, the keyword or the status. */
  readonly name: string;
  /** What the contract says; absent where it says nothing. */
  readonly contract?: Json;
  /** What the description says; absent where it says nothing. */
  readonly openapi?: Json;
}
