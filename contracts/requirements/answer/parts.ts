import { keyword, openapi, page, shapes } from '../../build.ts';

const below = (schema: string) => (property: string) => openapi(schema, `/properties/${property}`);

/** Types inside the answer's triggers, dependencies, modules, secrets and build errors, wherever they stand. */
export const parts = [
  keyword(
    'answer.trigger.object',
    ['trigger', '', 'type'],
    'writes a trigger as an object',
    page('Response > supported_triggers'),
  ),
  ...shapes(
    { noun: 'trigger', schema: 'trigger', source: below('ActionTrigger') },
    {
      version: 'a string',
      status: 'a string',
      runtimes: 'an array of strings',
      default_runtime: 'a string',
      binding_policy: 'a string',
      compatible_triggers: 'an array',
    },
  ),
  keyword(
    'answer.trigger.id.required',
    ['trigger', '', 'required'],
    'gives a trigger an `id`',
    openapi('ActionTrigger', '/required'),
  ),
  keyword(
    'answer.trigger.id.type',
    ['trigger-id', '', 'type'],
    'writes the `id` of a trigger as a string',
    openapi('ActionTriggerTypeEnum', '/type'),
  ),
  keyword(
    'answer.trigger.id.enum',
    ['trigger-id', '', 'enum'],
    'writes the `id` of a trigger as one that the published schema lists',
    openapi('ActionTriggerTypeEnum', '/enum'),
    // Real tenants know triggers that the list does not: it depends on plan and region.
    'SHOULD',
  ),
  keyword(
    'answer.trigger.binding_policy.enum',
    ['trigger', '/properties/binding_policy', 'enum'],
    'writes the `binding_policy` of a trigger as one of the two documented values',
    openapi('ActionBindingTypeEnum', '/enum'),
  ),
  keyword(
    'answer.trigger.undocumented',
    ['trigger', '', 'additionalProperties'],
    'gives a trigger no property that nobody documented',
    openapi('ActionTrigger', '/additionalProperties'),
    'SHOULD',
  ),
  keyword(
    'answer.compatible_trigger.object',
    ['compatible-trigger', '', 'type'],
    'writes a compatible trigger as an object',
    openapi('ActionTriggerCompatibleTrigger', '/type'),
  ),
  keyword(
    'answer.compatible_trigger.required',
    ['compatible-trigger', '', 'required'],
    'gives a compatible trigger an `id` and a `version`',
    openapi('ActionTriggerCompatibleTrigger', '/required'),
  ),
  ...shapes(
    {
      noun: 'compatible_trigger',
      schema: 'compatible-trigger',
      source: below('ActionTriggerCompatibleTrigger'),
    },
    { version: 'a string' },
  ),
  keyword(
    'answer.dependency.object',
    ['dependency', '', 'type'],
    'writes a dependency as an object',
    page('Response > dependencies'),
  ),
  ...shapes(
    { noun: 'dependency', schema: 'dependency', source: below('ActionVersionDependency') },
    { name: 'a string', version: 'a string', registry_url: 'a string' },
  ),
  keyword(
    'answer.dependency.undocumented',
    ['dependency', '', 'additionalProperties'],
    'gives a dependency no property that nobody documented',
    openapi('ActionVersionDependency', '/additionalProperties'),
    'SHOULD',
  ),
  keyword(
    'answer.module.object',
    ['module', '', 'type'],
    'writes a module as an object',
    page('Response > modules'),
  ),
  ...shapes(
    { noun: 'module', schema: 'module', source: below('ActionModuleReference') },
    {
      module_id: 'a string',
      module_name: 'a string',
      module_version_id: 'a string',
      module_version_number: 'an integer',
    },
  ),
  keyword(
    'answer.module.undocumented',
    ['module', '', 'additionalProperties'],
    'gives a module no property that nobody documented',
    openapi('ActionModuleReference', '/additionalProperties'),
    'SHOULD',
  ),
  keyword(
    'answer.secret.object',
    ['secret-answer', '', 'type'],
    'writes a secret as an object',
    page('Response > secrets'),
  ),
  ...shapes(
    { noun: 'secret', schema: 'secret-answer', source: below('ActionSecretResponse') },
    { name: 'a string', updated_at: 'a date-time string' },
  ),
  keyword(
    'answer.build_error.object',
    ['build-error', '', 'type'],
    'writes a build error as an object',
    page('Response sample > deployed_version.errors'),
  ),
  ...shapes(
    { noun: 'build_error', schema: 'build-error', source: below('ActionError') },
    { id: 'a string', msg: 'a string', url: 'a string' },
  ),
  keyword(
    'answer.build_error.undocumented',
    ['build-error', '', 'additionalProperties'],
    'gives a build error no property that nobody documented',
    openapi('ActionError', '/additionalProperties'),
    'SHOULD',
  ),
] as const;
