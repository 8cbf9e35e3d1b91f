import type { Expectation } from '../../../contracts/expectation.ts';
import { tokensOf } from '../../../contracts/pointer.ts';
import type { Rule } from '../rule.ts';
import { isSuccess, listed } from '../sight.ts';

/** With fewer answers, it may be one of them. */
const ENOUGH = 2;

/** What is judged by whether something is there; other values may be missing for reasons of their own. */
const ABOUT_PRESENCE: ReadonlySet<Expectation['kind']> = new Set(['present', 'echo', 'conforms']);

/** It leaves properties out of every answer, whether they were sent or not. */
export const lacksProperties: Rule = {
  id: 'lacks-properties',
  explain: ({ creates, brokenBy }) => {
    if (creates.length < ENOUGH) return undefined;
    const present = new Set(creates.flatMap(({ answered }) => Object.keys(answered)));
    const isMissing = (path: string): boolean => {
      const [property] = tokensOf(path);
      return property !== undefined && !present.has(property);
    };
    const explains = brokenBy(
      ({ path }, exchange, { judgedBy }) =>
        isSuccess(exchange) &&
        exchange.about.operation === 'create' &&
        ABOUT_PRESENCE.has(judgedBy.kind) &&
        path.startsWith('/') &&
        isMissing(path),
    );
    const lost = new Set(
      explains.flatMap(({ result }) => result.findings.map(({ path }) => tokensOf(path)[0] ?? '')),
    );
    const isSent = (property: string): boolean => creates.some(({ sent }) => Object.hasOwn(sent, property));
    const dropped = [...lost].filter(isSent);
    const left = [...lost].filter((property) => !isSent(property));
    const parts = [
      ...(dropped.length > 0
        ? [`drops ${listed(dropped)}, which ${dropped.length === 1 ? 'was' : 'were'} sent`]
        : []),
      ...(left.length > 0 ? [`never answers ${listed(left)}`] : []),
    ];
    if (parts.length === 0) return undefined;
    return {
      cause: `It ${parts.join(', and ')}: no answer to ${creates.length} creates has ${lost.size === 1 ? 'it' : 'them'}.`,
      next: 'Put every property of an action into its answers.',
      explains,
    };
  },
};
