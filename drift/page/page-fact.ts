/** What a fact of the documentation page tells. */
export type PageFactKind =
  /** The method, the base URL and the path of the operation. */
  | 'method'
  | 'base'
  | 'path'
  /** Of a property: its type as the page writes it, its default, whether it is required, the place of a parameter. */
  | 'type'
  | 'default'
  | 'required'
  | 'in'
  /** Any other word below the type, such as that it is deprecated. */
  | 'mark'
  /** A bound, the list of values, one of the values. */
  | 'min-items'
  | 'max-items'
  | 'values'
  | 'value'
  /** That there is a text in words; of the text itself only its digest is known. */
  | 'description'
  /** The form of a header's value that the text quotes. */
  | 'form'
  /** Of the sample answer: the type of a value, and the value itself where it stands at the top. */
  | 'sample-type'
  | 'sample-value'
  /** Of the sample request in a client's language. */
  | 'client';

/** One thing that the documentation page says, in no human language. */
export interface PageFact {
  /** What it is about, such as `body name` or `sample /deployed_version/id`. */
  readonly at: string;
  readonly kind: PageFactKind;
  /** Its value as a text; for a description, the digest of its words. */
  readonly value: string;
}

/** A fact that was read from a page. */
export interface ReadFact extends PageFact {
  /** Line of the page, counted from 1. */
  readonly line: number;
}
