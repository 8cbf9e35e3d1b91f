import { keyword, openapi, page, shapes } from '../../build.ts';

const part = (property: string) => page(`Response > ${property}`);

/** Types and formats of the answer's own properties. */
export const action = [
  keyword(
    'answer.action.object',
    ['action', '', 'type'],
    'answers a create with an object',
    page('Response sample'),
  ),
  ...shapes(
    { noun: 'action', schema: 'action', source: part },
    {
      id: 'a string',
      name: 'a string',
      supported_triggers: 'an array',
      created_at: 'a date-time string',
      updated_at: 'a date-time string',
      code: 'a string',
      dependencies: 'an array',
      runtime: 'a string',
      status: 'a string',
      secrets: 'an array',
      modules: 'an array',
      deploy: 'a boolean',
      all_changes_deployed: 'a boolean',
      built_at: 'a date-time string',
      installed_integration_id: 'a string',
    },
  ),
  keyword(
    'answer.action.status.enum',
    ['action', '/properties/status', 'enum'],
    'answers a `status` that is one of the six documented values, in lower case',
    part('status'),
  ),
  keyword(
    'answer.action.supported_triggers.at-least-one',
    ['action', '/properties/supported_triggers', 'minItems'],
    'answers at least one trigger',
    part('supported_triggers'),
  ),
  keyword(
    'answer.action.supported_triggers.one-at-a-time',
    ['action', '/properties/supported_triggers', 'maxItems'],
    'answers no more than one trigger',
    part('supported_triggers'),
  ),
  keyword(
    'answer.action.undocumented',
    ['action', '', 'additionalProperties'],
    'answers no property that nobody documented',
    openapi('CreateActionResponseContent', '/additionalProperties'),
    // Real tenants do so and clients must bear it: drift, which warns.
    'SHOULD',
  ),
] as const;
