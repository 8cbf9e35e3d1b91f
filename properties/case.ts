import type { About, RequestKind } from '../contracts/case.ts';
import type { Json } from '../contracts/expectation.ts';
import type { Command } from './lifecycle/command.ts';

/** A request body before placeholders are filled in. */
export type PlannedBody =
  | { readonly kind: 'json'; readonly value: Json }
  /** In UTF-8, unless it says otherwise; in `latin1` each character is one byte. */
  | { readonly kind: 'text'; readonly text: string; readonly encoding?: 'latin1' | 'utf16le' };

/** One request of a case, complete but for its placeholders and its token. */
export interface PlannedRequest {
  readonly about: About;
  readonly kind: RequestKind;
  readonly method: string;
  /** Path below the API's base, with its query. */
  readonly path: string;
  readonly contentType?: string;
  /** `application/json` where it is left out. */
  readonly accept?: string;
  /** How the authentication scheme is written; `Bearer` where it is left out. */
  readonly scheme?: 'bearer';
  readonly body?: PlannedBody;
  /** Send it again, after a pause, until the build of the action has come to an end. */
  readonly untilSettled?: true;
}

/** What a case needs that not every target or user has. */
type Need = 'module' | 'unscoped-token';

/** Requests that belong together, sent in order; whatever they create is deleted after the last. */
export interface Case {
  /** The first 12 hexadecimal digits of a SHA-256 over everything that is sent. */
  readonly id: string;
  /** What is sent, in words: "`name` is null instead of a string". */
  readonly title: string;
  readonly requests: readonly PlannedRequest[];
  /** Commands of a lifecycle, instead of requests: what they send depends on the answers. */
  readonly script?: readonly Command[];
  /** Id of the valid case that differs only by the fault; its acceptance gives a refusal its meaning. */
  readonly twin?: string;
  readonly needs?: readonly Need[];
  /** The same fault in the smallest body that can have it: to be sent instead, where the twin was refused. */
  readonly otherwise?: Case;
}
