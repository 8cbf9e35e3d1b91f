import { echoes, every, keyword, openapi, page, recorded, requirement, shapes } from '../../build.ts';

const PART = page('Response sample > deployed_version');
const version = (property: string) => openapi('ActionDeployedVersion', `/properties/${property}`);
const owner = (property: string) => openapi('ActionBase', `/properties/${property}`);

/** Types and formats inside `deployed_version`, and of the action inside that. */
export const deployedVersion = [
  keyword(
    'answer.version.object',
    ['deployed-version', '', 'type'],
    'writes `deployed_version`, if at all, as an object',
    PART,
  ),
  ...shapes(
    { noun: 'version', schema: 'deployed-version', source: version },
    {
      id: 'a string',
      action_id: 'a string',
      number: 'a number',
      code: 'a string',
      runtime: 'a string',
      status: 'a string',
      deployed: 'a boolean',
      created_at: 'a date-time string',
      updated_at: 'a date-time string',
      built_at: 'a date-time string',
      dependencies: 'an array',
      secrets: 'an array',
      modules: 'an array',
      supported_triggers: 'an array',
      errors: 'an array',
    },
  ),
  keyword(
    'answer.version.status.enum',
    ['deployed-version', '/properties/status', 'enum'],
    'gives a version a `status` that is one of the six documented values, in lower case',
    openapi('ActionVersionBuildStatusEnum'),
  ),
  keyword(
    'answer.version.supported_triggers.at-least-one',
    ['deployed-version', '/properties/supported_triggers', 'minItems'],
    'gives a version at least one trigger',
    version('supported_triggers/minItems'),
  ),
  keyword(
    'answer.version.supported_triggers.one-at-a-time',
    ['deployed-version', '/properties/supported_triggers', 'maxItems'],
    'gives a version no more than one trigger',
    version('supported_triggers/description'),
  ),
  keyword(
    'answer.version.undocumented',
    ['deployed-version', '', 'additionalProperties'],
    'gives a version no property that nobody documented',
    openapi('ActionDeployedVersion', '/additionalProperties'),
    'SHOULD',
  ),
  requirement({
    id: 'answer.version.id.unique',
    level: 'MUST',
    title: 'gives two versions two ids',
    source: version('id'),
    exercisedBy: { kind: 'valid', choice: 'deploy:true' },
    alsoOn: every('read', 'list', 'update', 'deploy'),
    judgedBy: { kind: 'new-version-id' },
  }),
  requirement({
    id: 'answer.version.of-action',
    level: 'MUST',
    title: 'names in a version, if any, the action that it is of',
    source: version('action_id'),
    exercisedBy: { kind: 'valid', choice: 'deploy:true' },
    alsoOn: every('read', 'list', 'update', 'deploy'),
    judgedBy: { kind: 'owner-named' },
  }),
  requirement({
    id: 'answer.version.agrees',
    level: 'SHOULD',
    title: 'shows a deployed version of the same content where it says that all changes are deployed',
    source: page('Response > all_changes_deployed'),
    exercisedBy: { kind: 'passive', on: 'action' },
    judgedBy: { kind: 'deployment-agrees' },
  }),
  requirement({
    id: 'answer.version.code.echo',
    level: 'SHOULD',
    title: 'deploys the `code` that was sent',
    source: recorded(
      '`deployed_version.code` equals the code sent in both recorded creates with `deploy: true`',
    ),
    exercisedBy: { kind: 'valid', choice: 'deploy:true' },
    judgedBy: { kind: 'echo', property: 'code', in: '/deployed_version/code' },
  }),
  echoes(
    'answer.version.dependencies.echo',
    'dependencies',
    'deploys the dependencies that were sent',
    recorded('every recorded version names the packages and versions of its action'),
    { in: '/deployed_version/dependencies', parts: ['name', 'version'], level: 'SHOULD' },
  ),
  keyword(
    'answer.version_action.object',
    ['version-action', '', 'type'],
    'writes `action` of a version, if at all, as an object',
    PART,
  ),
  ...shapes(
    { noun: 'version_action', schema: 'version-action', source: owner },
    {
      id: 'a string',
      name: 'a string',
      supported_triggers: 'an array',
      all_changes_deployed: 'a boolean',
      created_at: 'a date-time string',
      updated_at: 'a date-time string',
    },
  ),
  keyword(
    'answer.version_action.supported_triggers.at-least-one',
    ['version-action', '/properties/supported_triggers', 'minItems'],
    'gives the action of a version at least one trigger',
    owner('supported_triggers/minItems'),
  ),
  keyword(
    'answer.version_action.supported_triggers.one-at-a-time',
    ['version-action', '/properties/supported_triggers', 'maxItems'],
    'gives the action of a version no more than one trigger',
    owner('supported_triggers/description'),
  ),
  keyword(
    'answer.version_action.undocumented',
    ['version-action', '', 'additionalProperties'],
    'gives the action of a version no property that nobody documented',
    openapi('ActionBase', '/additionalProperties'),
    'SHOULD',
  ),
] as const;
