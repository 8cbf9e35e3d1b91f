import { refused } from '../../../contracts/http-status.ts';
import { jsonIn } from '../../../contracts/parse-json.ts';
import { isObject } from '../../../contracts/pointer.ts';
import type { Requirement } from '../../../contracts/requirement.ts';
import type { ReportedExchange } from '../../report.ts';
import type { Rule } from '../rule.ts';
import { listed } from '../sight.ts';

/** With fewer refusals, it may be a slip of one of them. */
const ENOUGH = 3;

const MOST_NAMED = 6;

/** What an error body has whatever it is about. */
const ENVELOPE = ['statusCode', 'error', 'message'] as const;

const isRefusal = ({ answer }: ReportedExchange): boolean => answer !== undefined && refused(answer.status);

/** What is wrong with the body of a refusal, in words; `undefined` where it is as documented. */
function foreignBody({ answer }: ReportedExchange): string | undefined {
  if (answer === undefined || answer.body.trim() === '') return 'have no body';
  const body = jsonIn(answer.body);
  if (body === undefined) return 'are no JSON';
  if (!isObject(body)) return 'are no object';
  const missing = ENVELOPE.filter((property) => !Object.hasOwn(body, property));
  if (missing.length === 0) return undefined;
  const names = Object.keys(body).slice(0, MOST_NAMED);
  if (names.length === 0) return 'are empty objects';
  return `have ${listed(names)} and no ${listed(missing)}`;
}

/** Whether a requirement is about the bodies of refusals. */
const isAboutErrors = ({ exercisedBy, judgedBy }: Requirement): boolean =>
  exercisedBy.kind === 'passive' &&
  (exercisedBy.on === 'refused' || exercisedBy.on === 'invalid-body') &&
  judgedBy.kind !== 'status';

/** It refuses, and says why in a form that no client of the API reads. */
export const badErrors: Rule = {
  id: 'foreign-errors',
  explain: ({ exchanges, unjudged, brokenBy }) => {
    const refusals = exchanges.filter(isRefusal);
    const kinds = Map.groupBy(
      refusals.filter((exchange) => foreignBody(exchange) !== undefined),
      foreignBody,
    );
    const [most] = [...kinds].toSorted(([, a], [, b]) => b.length - a.length);
    const foreign = new Set([...kinds.values()].flat());
    if (most === undefined || foreign.size < ENOUGH || foreign.size * 2 < refusals.length) return undefined;
    return {
      cause: `It refuses with error bodies that no client expects: ${most[1].length} of ${refusals.length} ${most[0] ?? ''}.`,
      next: 'Answer every refusal with JSON that has `statusCode`, `error`, `message` and, where one is known, `errorCode`.',
      explains: [
        ...brokenBy((_, exchange, requirement) => isAboutErrors(requirement) && foreign.has(exchange)),
        ...unjudged.filter(({ requirement }) => isAboutErrors(requirement)),
      ],
    };
  },
};
