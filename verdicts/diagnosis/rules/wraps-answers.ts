import { isObject, type JsonObject } from '../../../contracts/pointer.ts';
import type { Rule } from '../rule.ts';
import { isSuccess, type Create } from '../sight.ts';

/** The property that holds the action that was asked for, where the answer itself is none. */
function wrapperIn({ sent, answered }: Create): string | undefined {
  if (Object.hasOwn(answered, 'name')) return undefined;
  const isAction = (value: unknown): value is JsonObject => isObject(value) && value['name'] === sent['name'];
  return Object.keys(answered).find((property) => isAction(answered[property]));
}

/** It puts the action into something else. */
export const wrapsAnswers: Rule = {
  id: 'wraps-answers',
  explain: ({ creates, unjudged, brokenBy }) => {
    const [wrapper, ...others] = new Set(creates.map(wrapperIn));
    if (wrapper === undefined || others.length > 0) return undefined;
    return {
      cause: `It wraps its answers: the action is in \`${wrapper}\`, and not the answer itself.`,
      next: 'Answer the action itself.',
      explains: [
        ...brokenBy(({ path }, exchange) => isSuccess(exchange) && path !== 'status'),
        ...unjudged.filter(({ requirement: { exercisedBy } }) => exercisedBy.kind === 'sequence'),
      ],
    };
  },
};
