import { every, keyword, openapi, requirement, shapes } from '../../build.ts';

const LIST = 'ListActionsPaginatedResponseContent';
const lists = {
  exercisedBy: { kind: 'sequence', sequence: 'life', step: 'listed' },
  alsoOn: every('list'),
} as const;

/** Types of what surrounds the actions in a list. */
export const list = [
  {
    ...keyword(
      'answer.list.object',
      ['action-list', '', 'type'],
      'answers a list with an object',
      openapi(LIST),
    ),
    ...lists,
  },
  ...shapes(
    { noun: 'list', schema: 'action-list', source: (property) => openapi(LIST, `/properties/${property}`) },
    { total: 'a number', page: 'a number', per_page: 'a number', actions: 'an array' },
  ).map((shape) => ({ ...shape, ...lists })),
  {
    ...keyword(
      'answer.list.undocumented',
      ['action-list', '', 'additionalProperties'],
      'gives a list no property that nobody documented',
      openapi(LIST, '/additionalProperties'),
      'SHOULD',
    ),
    ...lists,
  },
  requirement({
    id: 'answer.list.counted',
    level: 'SHOULD',
    title: 'counts no fewer actions in `total` than it lists',
    source: openapi(LIST, '/properties/total'),
    ...lists,
    judgedBy: { kind: 'counted' },
  }),
] as const;
