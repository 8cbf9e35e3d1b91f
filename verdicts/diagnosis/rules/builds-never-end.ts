import { jsonIn } from '../../../contracts/parse-json.ts';
import { valueAt } from '../../../contracts/pointer.ts';
import type { Rule } from '../rule.ts';

/** What a last read may say instead of `built`, what that means, and what to do about it. */
const ENDS: readonly {
  readonly status: RegExp;
  readonly cause: (status: string) => string;
  readonly next: string;
}[] = [
  {
    status: /^failed$/,
    cause: () => 'A valid action does not build: its build ended with `failed`.',
    next: 'Read the build errors in the answer, and why the code of a valid action does not build.',
  },
  {
    status: /^(?:pending|building|packaged|retrying)$/,
    cause: (status) =>
      `Its builds do not end: an action was still \`${status}\` when the run stopped waiting.`,
    next: 'Let `status` come to `built` or `failed` within half a minute.',
  },
  {
    status: /./s,
    cause: (status) =>
      `It gives builds a status that nobody documented: \`${status}\`, and so nothing is built.`,
    next: 'Use the documented statuses: `pending`, `building`, `packaged`, `retrying`, `built` and `failed`.',
  },
];

/** An action that was waited for is still not built, or its build failed. */
export const buildsNeverEnd: Rule = {
  id: 'builds-never-end',
  explain: ({ exchanges, unjudged }) => {
    const awaited = Map.groupBy(
      exchanges.filter(({ about }) => about.at?.step === 'awaited'),
      (exchange) => exchange.case,
    );
    const last = [...awaited.values()].flatMap((reads) => reads.slice(-1));
    const statuses = last.map(({ answer }) => valueAt(jsonIn(answer?.body), '/status'));
    const [status] = statuses;
    if (typeof status !== 'string' || statuses.includes('built')) return undefined;
    const end = ENDS.find((each) => each.status.test(status));
    return end === undefined
      ? undefined
      : {
          cause: end.cause(status),
          next: end.next,
          explains: unjudged.filter(({ requirement: { exercisedBy } }) => exercisedBy.kind === 'sequence'),
        };
  },
};
