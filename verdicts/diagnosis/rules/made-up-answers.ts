import type { Explanation, Rule } from '../rule.ts';
import { isSuccess, type Create, type Sight } from '../sight.ts';

/** With fewer creates, chance may have its part. */
const ENOUGH = 3;

/** Whatever stands in the body of a success, and steps that only fitting answers lead to. */
const ofBodies = (sight: Sight): Explanation['explains'] => [
  ...sight.brokenBy(({ path }, exchange) => isSuccess(exchange) && path !== 'status' && !isHeader(path)),
  ...sight.unjudged.filter(
    ({ requirement: { exercisedBy }, result }) =>
      exercisedBy.kind === 'sequence' && result.reason.startsWith(STEP_MISSING),
  ),
];

const isHeader = (path: string): boolean => path.startsWith('header ');

const STEP_MISSING = 'a step that it builds on did not come about';

const isSame = (creates: readonly Create[]): boolean =>
  new Set(creates.map(({ exchange }) => exchange.answer?.body)).size === 1 &&
  new Set(creates.map(({ exchange }) => exchange.request.body)).size >= ENOUGH;

/** What a create says of itself in words of its own: no two are alike, and chance hits none of them. */
const TELLING = ['name', 'code'] as const;

/** Whether texts were sent and answered by this name, and never the same one. */
function isNeverEchoed(creates: readonly Create[], property: string): boolean {
  const texts = creates.filter(
    ({ sent, answered }) => typeof sent[property] === 'string' && typeof answered[property] === 'string',
  );
  return texts.length >= ENOUGH && texts.every(({ sent, answered }) => sent[property] !== answered[property]);
}

/** Answers that are not made of what was asked for. */
export const madeUpAnswers: readonly Rule[] = [
  {
    id: 'same-answer',
    explain: (sight) =>
      isSame(sight.creates)
        ? {
            cause: `It answers every create with the same body: ${sight.creates.length} creates, one answer.`,
            next: 'Make the answer of the request: echo what was sent, and give each action an id and times of its own.',
            explains: ofBodies(sight),
          }
        : undefined,
  },
  {
    id: 'made-up-answers',
    explain: (sight) => {
      // One of them alone may be mangled.
      if (!TELLING.every((property) => isNeverEchoed(sight.creates, property))) return undefined;
      return {
        cause: `It makes its answers up: of ${sight.creates.length} creates, none was answered with the \`name\` and \`code\` that were sent.`,
        next: 'Make the answer of the request: echo what was sent, and keep it for later reads.',
        explains: ofBodies(sight),
      };
    },
  },
];
