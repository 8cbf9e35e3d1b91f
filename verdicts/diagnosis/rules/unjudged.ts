import { NOT_OFFERED } from '../../not-offered.ts';
import type { Explanation, Rule } from '../rule.ts';
import type { Judged } from '../sight.ts';

const reasonsOf = (all: readonly Judged[]): string =>
  [...new Set(all.map(({ result }) => result.reason))].join('; ');

/** What the target does not have is neither broken nor kept. */
export const notOffered: Rule = {
  id: 'not-offered',
  explain: ({ unjudged }) => {
    const explains = unjudged.filter(({ result }) => result.reason.startsWith(NOT_OFFERED));
    return explains.length === 0
      ? undefined
      : {
          cause: `It does not offer everything: ${reasonsOf(explains).replaceAll(NOT_OFFERED, '')}.`,
          next: 'Leave what it is not meant to have out of the scope with --only, or accept it in the baseline.',
          explains,
        };
  },
};

/** What only whoever starts a run can give. */
export const notGiven: Rule = {
  id: 'no-limited-token',
  explain: ({ unjudged }) => {
    const explains = unjudged.filter(
      ({ requirement: { exercisedBy }, result }) =>
        exercisedBy.kind === 'credentials' &&
        exercisedBy.credentials === 'unscoped' &&
        /\btoken\b/.test(result.reason),
    );
    return explains.length === 0
      ? undefined
      : {
          cause: `The run had no usable token without \`create:actions\`: ${reasonsOf(explains)}.`,
          next: "Give one with --limited-token, or leave it out of the scope with --only '!auth.scope.*'.",
          explains,
        };
  },
};

/** What else keeps a run from judging, by the words that it gives as its reason. */
const BOUNDS: readonly { readonly words: RegExp; readonly next: string }[] = [
  {
    words: /--max-(?:requests|creates|time|live)\b/,
    next: 'Raise the limit that it names, or narrow the scope with --only.',
  },
  { words: /\bscope\b/, next: 'Give a token with the scopes that `doctor` names.' },
  { words: /\btoken\b/, next: 'Give a token that lasts as long as the run.' },
  {
    words: /as many actions as it may/,
    next: 'Delete actions that nobody needs: `sweep` deletes what earlier runs left.',
  },
  {
    words: /Action Module/,
    next: "Publish a module, or leave it out of the scope with --only '!request.modules.*'.",
  },
];

/** Fewer than these are no reason to put it before what the target does. */
const ENOUGH = 3;

/** The limit, scope or place that kept most requirements from being judged. */
export const outOfBounds: Rule = {
  id: 'out-of-bounds',
  explain: ({ unjudged }) => {
    const found = BOUNDS.map(({ words, next }): Explanation => {
      const explains = unjudged.filter(({ result }) => words.test(result.reason));
      return {
        cause: `The run could not judge everything: ${explains[0]?.result.reason ?? ''}.`,
        next,
        explains,
      };
    });
    const [most] = found.toSorted((a, b) => b.explains.length - a.explains.length);
    return most === undefined || most.explains.length < ENOUGH ? undefined : most;
  },
};
