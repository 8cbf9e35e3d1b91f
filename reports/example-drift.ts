import type { Drift } from '../drift/drift.ts';

/** Drift of an example run: a property and a status that nobody documented, and what was never there. */
export const exampleDrift: Drift = {
  undocumented: [
    {
      id: 'property:action#:current_version',
      kind: 'property',
      message: '`/current_version` is documented nowhere',
      operation: 'create',
      path: '/current_version',
      observed: '{"number":1}',
      exchange: 'x1',
      waiver: 'current-version-undocumented',
      patch: {
        file: 'contracts/schemas/action.json',
        operations: [
          {
            op: 'add',
            path: '/properties/current_version',
            value: { type: 'object', properties: { number: { type: 'integer' } } },
          },
        ],
      },
    },
    {
      id: 'status:create:500',
      kind: 'status',
      message: 'a create was answered with 500, which is documented for it nowhere',
      operation: 'create',
      path: 'status',
      observed: '500',
      exchange: 'x3',
      patch: {
        file: 'contracts/answers.json',
        operations: [{ op: 'add', path: '/operations/create/statuses/500', value: {} }],
      },
    },
  ],
  unseen: [
    {
      id: 'property:action#/properties/integration',
      kind: 'property',
      message: '`integration` of action# was never there',
    },
    { id: 'status:create:429', kind: 'status', message: 'a create was never answered with 429' },
  ],
};
