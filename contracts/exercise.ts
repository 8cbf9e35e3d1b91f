/** JSON Pointer (RFC 6901) into a request body; the empty string is the body itself. */
export type Pointer = '' | `/${string}`;

/** A choice that a valid body makes about one optional part, written `part:choice`. */
export type Choice =
  | 'base'
  | 'trigger:id-only'
  | 'trigger:described'
  | 'trigger:open'
  | `code:${'absent' | 'given'}`
  | `dependencies:${'absent' | 'empty' | 'one' | 'several' | 'registry'}`
  | `deploy:${'absent' | 'false' | 'true'}`
  | `modules:${'absent' | 'empty' | 'one'}`
  | `runtime:${'absent' | 'node22'}`
  | `secrets:${'absent' | 'empty' | 'one' | 'several' | 'open'}`
  | `sent:${SentForm}`
  | `text:${TextKind}`
  | 'sampled';

/** Kinds of awkward but valid text, put into names, code and secrets. */
export type TextKind =
  | 'non-ascii'
  | 'emoji'
  | 'combining'
  | 'quotes'
  | 'backticks'
  | 'template'
  | 'escapes'
  | 'crlf'
  | 'edges'
  | 'markup'
  | 'replacement'
  | 'format'
  | 'shell'
  | 'sql'
  | 'invisible'
  | 'long'
  | 'literal-null'
  | 'literal-number'
  | 'literal-boolean'
  | 'literal-object'
  | 'literal-string';

/** Ways of sending a valid body that the standards of HTTP and JSON make equal to the usual one. */
export type SentForm =
  'escapes' | 'white-space' | 'order' | 'charset' | 'media-case' | 'accept-any' | 'scheme-case';

/** The one thing that is wrong with an otherwise valid body. */
export type FaultOperator =
  | 'missing'
  | 'wrong-type'
  | 'unknown-property'
  | 'outside-enum'
  | 'too-few'
  | 'too-many'
  | 'malformed-json'
  | 'empty-body';

/** State of the credentials that a request carries. */
export type Credentials =
  'valid' | 'none' | 'other-scheme' | 'no-scheme' | 'no-token' | 'garbage' | 'foreign' | Forgery | 'unscoped';

/** Ways to make a token that nobody may trust of one that the target trusts. */
export type Forgery = 'expired' | 'unsigned' | 'other-algorithm' | 'tampered';

/** Departures from the documented request line, headers and encoding. */
export type WireVariant =
  'other-method' | 'unknown-path' | 'other-content-type' | 'form-encoded' | UnusualBytes;

/** A valid body in bytes of which neither the page nor the published schema says what they make of them. */
export type UnusualBytes = 'byte-order-mark' | 'duplicate-key' | 'not-utf8' | 'other-charset';

/** What a single request of a case does. */
export type Operation = 'create' | 'read' | 'list' | 'update' | 'deploy' | 'delete';

/** Chains of requests on one action, each step building on the one before. */
export type Sequence = 'life' | 'same-name' | 'after-refusals';

/** A point in a {@link Sequence}. */
export type Step =
  | 'created'
  | 'read'
  | 'listed'
  | 'paged'
  | 'awaited'
  | 'read-again'
  | 'deployed'
  | 'read-deployed'
  | 'updated'
  | 'updated-in-part'
  | 'read-updated'
  | 'deleted'
  | 'read-gone'
  | 'deleted-gone'
  | 'created-again'
  | 'left-behind';

/** How a requirement is exercised: plain data, read by `properties/` to plan cases and to find the exchanges it applies to. */
export type Exercise =
  /** Creates with a valid body; with `choice`, those whose body made it. */
  | { readonly kind: 'valid'; readonly choice?: Choice }
  /** Creates with a valid body that makes two choices or more. */
  | { readonly kind: 'combination' }
  /** Creates whose body has just this fault. */
  | { readonly kind: 'fault'; readonly at: Pointer; readonly operator: FaultOperator }
  /** A create with valid body but other credentials. */
  | { readonly kind: 'credentials'; readonly credentials: Exclude<Credentials, 'valid'> }
  /** A valid body sent in another way than documented. */
  | { readonly kind: 'wire'; readonly variant: WireVariant }
  /** One step of a sequence. */
  | { readonly kind: 'sequence'; readonly sequence: Sequence; readonly step: Step }
  /** Every request of this operation with credentials that are to be accepted, whatever it was sent for. */
  | { readonly kind: 'operation'; readonly operation: Operation }
  /** Whatever was sent for other reasons. */
  | { readonly kind: 'passive'; readonly on: Passing };

/**
 * What is judged in passing: successful creates; successes that show actions as a whole (creates, reads, updates and
 * lists); those and the versions that deploys answer; refusals; refusals of invalid bodies; every exchange.
 */
export type Passing = 'created' | 'action' | 'shown' | 'refused' | 'invalid-body' | 'every';

/** How much to send: the least that exercises what is wanted, its usual variations, or all of them. */
export type Depth = 'quick' | 'standard' | 'deep';
