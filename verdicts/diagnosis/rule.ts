import type { Judged, Sight } from './sight.ts';

/** What a rule found: a cause, what to do about it, and what it explains. */
export interface Explanation {
  /** One sentence with the target as its subject. */
  readonly cause: string;
  /** One sentence that says what to do next. */
  readonly next: string;
  /** Whatever the evidence shows to follow from it; what an earlier rule explained is taken away again. */
  readonly explains: readonly Judged[];
}

/** One cause that many requirements may have in common, told by what the run saw of it. */
export interface Rule {
  /** Permanent, such as `asks-nobody`. */
  readonly id: string;
  /** Set where nothing else is worth looking at before it is mended. */
  readonly leads?: true;
  /** `undefined` where the evidence is missing: then the rule says nothing. */
  readonly explain: (sight: Sight) => Explanation | undefined;
}
