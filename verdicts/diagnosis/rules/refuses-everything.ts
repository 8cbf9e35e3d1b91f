import type { Rule } from '../rule.ts';
import { isSuccess, isValidCreate, statusesOf } from '../sight.ts';

/** What to do about a status that every valid create is answered with, by the first digits that fit. */
const NEXT: readonly (readonly [status: RegExp, next: string])[] = [
  [
    /^(?:401|403)$/,
    'Look whether the token is of this tenant and has the scope `create:actions`: `doctor` tells.',
  ],
  [
    /^(?:404|405)$/,
    'Look whether --target is the base of the API, and whether it offers a create at all: `doctor` tells.',
  ],
  [/^3\d\d$/, 'Give --target the address that it redirects to.'],
  [/^5\d\d$/, "Send a create again by its curl line, and look for the error in the target's log."],
];

/** How a run says that it sent nothing more for want of a body that is accepted. */
const SMALLEST_REFUSED = 'refuses even the smallest valid body';

const OTHERWISE = 'Read what the first refusal says: its body is valid by the documentation.';

/** It accepts no valid body, so that nothing else can be told of it. */
export const refusesEverything: Rule = {
  id: 'refuses-everything',
  leads: true,
  explain: ({ exchanges, unjudged, brokenBy }) => {
    const creates = exchanges.filter((exchange) => isValidCreate(exchange) && exchange.answer !== undefined);
    // Where the smallest valid body is refused, most of the plan is not sent.
    const isStopped = unjudged.some(({ result }) => result.reason.includes(SMALLEST_REFUSED));
    const refusals = creates.filter((exchange) => !isSuccess(exchange));
    if (refusals.length === 0 || (refusals.length < creates.length && !isStopped)) return undefined;
    const statuses = statusesOf(refusals);
    return {
      cause:
        refusals.length === creates.length
          ? `It refuses every create: ${creates.length === 1 ? 'a valid one was' : `${creates.length} valid ones were`} answered with ${statuses}.`
          : `It refuses the smallest valid body with ${statuses}, and so nothing that builds on it could be judged.`,
      next: NEXT.find(([status]) => status.test(statuses))?.[1] ?? OTHERWISE,
      explains: [...brokenBy((_, exchange) => isValidCreate(exchange) && !isSuccess(exchange)), ...unjudged],
    };
  },
};
