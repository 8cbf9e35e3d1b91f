import { accepts, echoes, openapi, page, refuses } from '../../build.ts';

const TRIGGERS = page('Body > supported_triggers');
const trigger = (property: string) => openapi('ActionTrigger', `/properties/${property}`);
const compatible = (below: string) => openapi('ActionTriggerCompatibleTrigger', below);
const item = '/supported_triggers/0';

export const supportedTriggers = [
  refuses(
    'request.supported_triggers.required',
    ['/supported_triggers', 'missing'],
    'refuses an action without `supported_triggers`',
    TRIGGERS,
  ),
  refuses(
    'request.supported_triggers.type',
    ['/supported_triggers', 'wrong-type'],
    'refuses `supported_triggers` that are not an array',
    TRIGGERS,
  ),
  refuses(
    'request.supported_triggers.at-least-one',
    ['/supported_triggers', 'too-few'],
    'refuses an empty list of `supported_triggers`',
    TRIGGERS,
  ),
  refuses(
    'request.supported_triggers.one-at-a-time',
    ['/supported_triggers', 'too-many'],
    'refuses two `supported_triggers`: an action targets one trigger at a time',
    TRIGGERS,
  ),
  refuses(
    'request.supported_triggers.item-type',
    [item, 'wrong-type'],
    'refuses a trigger that is not an object',
    TRIGGERS,
  ),
  refuses(
    'request.supported_triggers.unknown-property',
    [item, 'unknown-property'],
    'refuses a trigger with a property that nobody documented',
    openapi('ActionTrigger', '/additionalProperties'),
  ),
  refuses(
    'request.supported_triggers.id.required',
    [`${item}/id`, 'missing'],
    'refuses a trigger without `id`',
    openapi('ActionTrigger', '/required'),
  ),
  refuses(
    'request.supported_triggers.id.type',
    [`${item}/id`, 'wrong-type'],
    'refuses a trigger `id` that is not a string',
    trigger('id'),
  ),
  refuses(
    'request.supported_triggers.id.enum',
    [`${item}/id`, 'outside-enum'],
    'refuses a trigger `id` that does not exist',
    openapi('ActionTriggerTypeEnum', '/enum'),
  ),
  refuses(
    'request.supported_triggers.version.type',
    [`${item}/version`, 'wrong-type'],
    'refuses a trigger `version` that is not a string',
    trigger('version'),
  ),
  refuses(
    'request.supported_triggers.status.type',
    [`${item}/status`, 'wrong-type'],
    'refuses a trigger `status` that is not a string',
    trigger('status'),
  ),
  refuses(
    'request.supported_triggers.runtimes.type',
    [`${item}/runtimes`, 'wrong-type'],
    'refuses trigger `runtimes` that are not an array',
    trigger('runtimes'),
  ),
  refuses(
    'request.supported_triggers.runtimes.item-type',
    [`${item}/runtimes/0`, 'wrong-type'],
    'refuses a trigger runtime that is not a string',
    trigger('runtimes/items'),
  ),
  refuses(
    'request.supported_triggers.default_runtime.type',
    [`${item}/default_runtime`, 'wrong-type'],
    'refuses a trigger `default_runtime` that is not a string',
    trigger('default_runtime'),
  ),
  refuses(
    'request.supported_triggers.binding_policy.type',
    [`${item}/binding_policy`, 'wrong-type'],
    'refuses a trigger `binding_policy` that is not a string',
    trigger('binding_policy'),
  ),
  refuses(
    'request.supported_triggers.binding_policy.enum',
    [`${item}/binding_policy`, 'outside-enum'],
    'refuses a trigger `binding_policy` that does not exist',
    openapi('ActionBindingTypeEnum', '/enum'),
  ),
  refuses(
    'request.supported_triggers.compatible_triggers.type',
    [`${item}/compatible_triggers`, 'wrong-type'],
    'refuses `compatible_triggers` that are not an array',
    trigger('compatible_triggers'),
  ),
  refuses(
    'request.supported_triggers.compatible_triggers.item-type',
    [`${item}/compatible_triggers/0`, 'wrong-type'],
    'refuses a compatible trigger that is not an object',
    compatible('/type'),
  ),
  refuses(
    'request.supported_triggers.compatible_triggers.id.required',
    [`${item}/compatible_triggers/0/id`, 'missing'],
    'refuses a compatible trigger without `id`',
    compatible('/required'),
  ),
  refuses(
    'request.supported_triggers.compatible_triggers.id.type',
    [`${item}/compatible_triggers/0/id`, 'wrong-type'],
    'refuses a compatible trigger `id` that is not a string',
    compatible('/properties/id'),
  ),
  refuses(
    'request.supported_triggers.compatible_triggers.id.enum',
    [`${item}/compatible_triggers/0/id`, 'outside-enum'],
    'refuses a compatible trigger `id` that does not exist',
    openapi('ActionTriggerTypeEnum', '/enum'),
  ),
  refuses(
    'request.supported_triggers.compatible_triggers.version.required',
    [`${item}/compatible_triggers/0/version`, 'missing'],
    'refuses a compatible trigger without `version`',
    compatible('/required'),
  ),
  refuses(
    'request.supported_triggers.compatible_triggers.version.type',
    [`${item}/compatible_triggers/0/version`, 'wrong-type'],
    'refuses a compatible trigger `version` that is not a string',
    compatible('/properties/version'),
  ),
  accepts(
    'request.supported_triggers.id-only',
    'trigger:id-only',
    'accepts a trigger that has only an `id`',
    page('Request sample'),
    'SHOULD',
  ),
  accepts(
    'request.supported_triggers.described',
    'trigger:described',
    'accepts a trigger with every property that the schema allows',
    openapi('ActionTrigger', '/properties'),
    'SHOULD',
  ),
  accepts(
    'request.supported_triggers.compatible_triggers.open',
    'trigger:open',
    'accepts a compatible trigger with a further property, which the schema does not close as it does others',
    compatible('/additionalProperties'),
    'SHOULD',
  ),
  echoes(
    'request.supported_triggers.echo',
    'supported_triggers',
    'answers with the trigger that was sent',
    TRIGGERS,
    { parts: ['id', 'version'] },
  ),
] as const;
