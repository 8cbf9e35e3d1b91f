import type { Rule } from '../rule.ts';
import { isSuccess } from '../sight.ts';

const ofJson = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;

/** What it created cannot be asked for again, since no answer has an id that is a string. */
export const unusableId: Rule = {
  id: 'unusable-id',
  explain: ({ creates, unjudged, brokenBy }) => {
    const [kind, ...others] = new Set(creates.map(({ answered }) => ofJson(answered['id'])));
    if (kind === undefined || kind === 'string' || others.length > 0) return undefined;
    return {
      cause:
        kind === 'undefined'
          ? 'It answers no `id`, and so what it creates cannot be read, updated, deployed or deleted.'
          : `Its \`id\` is no string (${kind}), and so what it creates cannot be read, updated, deployed or deleted.`,
      next: 'Give each action an `id` of its own that is a string.',
      explains: [
        ...brokenBy(({ path }, exchange) => path === '/id' && isSuccess(exchange)),
        ...unjudged.filter(({ requirement: { exercisedBy } }) => exercisedBy.kind === 'sequence'),
      ],
    };
  },
};
