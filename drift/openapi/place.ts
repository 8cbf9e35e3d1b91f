import type { Json } from '../../contracts/expectation.ts';

/** A value of a description with the document that it stands in: the references within it are relative to that one. */
export interface Place {
  readonly value: Json | undefined;
  /** The name of the document, as {@link Documents} knows it. */
  readonly document: string;
}

/** The documents that a description is made of, each read when a reference first leads to it. */
export interface Documents {
  /** The first of them, which the user named. */
  readonly root: string;
  /** Version of OpenAPI, such as `3.1.0`. */
  readonly version: string;
  /**
   * The document that a reference leads to, without what stands after `#`.
   *
   * @throws DescriptionError where it may not be read.
   */
  locate(reference: string, from: string): string;
  /** @throws DescriptionError where it cannot be read. */
  read(document: string): Json;
}

/** Why a description cannot be compared, in words that name the part that is wrong. */
export class DescriptionError extends Error {
  override readonly name = 'DescriptionError';
}
