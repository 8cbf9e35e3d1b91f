import type { Explanation, Rule } from '../rule.ts';
import { isSuccess, isValidCreate, type Judged, type Sight } from '../sight.ts';

/** With fewer creates, chance may have its part. */
const ENOUGH = 3;

/** Whatever stands in the body of a success, and steps that only fitting answers lead to. */
const ofBodies = (sight: Sight): Explanation['explains'] => [
  ...sight.brokenBy(
    ({ path }, exchange) => isSuccess(exchange) && path !== 'status' && !path.startsWith('header '),
  ),
  ...sight.unjudged.filter(
    ({ requirement: { exercisedBy }, result }) =>
      exercisedBy.kind === 'sequence' && result.reason.startsWith(STEP_MISSING),
  ),
];

const STEP_MISSING = 'a step that it builds on did not come about';

/** One answer for all, whatever was asked for. */
export const sameAnswer: Rule = {
  id: 'same-answer',
  explain: (sight) => {
    const creates = sight.exchanges.filter((exchange) => isValidCreate(exchange) && isSuccess(exchange));
    const asked = new Set(creates.map(({ request }) => request.body));
    const answers = new Set(creates.map(({ answer }) => answer?.body));
    if (asked.size < ENOUGH || answers.size > 1) return undefined;
    return {
      cause: `It answers every create with the same body: ${creates.length} creates, one answer.`,
      next: 'Make the answer of the request: echo what was sent, and give each action an id and times of its own.',
      explains: ofBodies(sight),
    };
  },
};

/** What a create says of itself in words of its own: no two are alike, and chance hits none of them. */
const TELLING: readonly string[] = ['name', 'code'];

/** Whether it was answered again and again, as a text, and never as it was sent. */
const isNeverEchoed = ({ result }: Judged): boolean =>
  result.observations >= ENOUGH &&
  result.findingsTotal >= result.observations &&
  result.findings.every(({ actual }) => actual.startsWith('"'));

/** Answers that have the right form and nothing of the request. */
export const madeUpAnswers: Rule = {
  id: 'made-up-answers',
  explain: (sight) => {
    const echoes = sight.broken.filter(
      ({ requirement: { exercisedBy, judgedBy } }) =>
        judgedBy.kind === 'echo' &&
        exercisedBy.kind !== 'sequence' &&
        TELLING.some((property) => judgedBy.in === `/${property}`),
    );
    // One of them alone may be mangled.
    if (echoes.length < TELLING.length || !echoes.every(isNeverEchoed)) return undefined;
    const times = Math.max(...echoes.map(({ result }) => result.observations));
    return {
      cause: `It makes its answers up: of ${times} creates, none was answered with the \`name\` and \`code\` that were sent.`,
      next: 'Make the answer of the request: echo what was sent, and keep it for later reads.',
      explains: ofBodies(sight),
    };
  },
};
