import { echoes, openapi, page, refuses, requirement } from '../../build.ts';

const NAME = page('Body > name');

export const name = [
  refuses('request.name.required', ['/name', 'missing'], 'refuses an action without a `name`', NAME),
  refuses('request.name.type', ['/name', 'wrong-type'], 'refuses a `name` that is not a string', NAME),
  echoes('request.name.echo', 'name', 'answers with the `name` that was sent, to the letter', NAME),
  requirement({
    id: 'request.name.repeated',
    level: 'MAY',
    title: 'tells what it does with a `name` that another action already has',
    source: openapi('CreateActionRequestContent', '/properties/name'),
    exercisedBy: { kind: 'sequence', sequence: 'same-name', step: 'created-again' },
    judgedBy: { kind: 'told' },
  }),
] as const;
