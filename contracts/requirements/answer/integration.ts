import { keyword, openapi, page, shapes } from '../../build.ts';

const below = (schema: string) => (property: string) => openapi(schema, `/properties/${property}`);
const SAMPLE = 'Response sample > integration';

/** Types inside `integration`, which only actions of the marketplace have. */
export const integration = [
  keyword(
    'answer.integration.object',
    ['integration', '', 'type'],
    '`integration`, if present, is an object',
    page('Response > integration'),
  ),
  ...shapes(
    { noun: 'integration', schema: 'integration', source: below('Integration') },
    {
      id: 'a string',
      catalog_id: 'a string',
      url_slug: 'a string',
      partner_id: 'a string',
      name: 'a string',
      description: 'a string',
      short_description: 'a string',
      logo: 'a string',
      feature_type: 'a string',
      terms_of_use_url: 'a string',
      privacy_policy_url: 'a string',
      public_support_link: 'a string',
      created_at: 'a date-time string',
      updated_at: 'a date-time string',
    },
  ),
  keyword(
    'answer.integration.feature_type.enum',
    ['integration', '/properties/feature_type', 'enum'],
    'the `feature_type` of an integration is one of the documented values',
    openapi('IntegrationFeatureTypeEnum', '/enum'),
  ),
  keyword(
    'answer.integration.undocumented',
    ['integration', '', 'additionalProperties'],
    'an integration has no property that nobody documented',
    openapi('Integration', '/additionalProperties'),
    'SHOULD',
  ),
  keyword(
    'answer.release.object',
    ['integration-release', '', 'type'],
    '`current_release` of an integration, if present, is an object',
    page(`${SAMPLE}.current_release`),
  ),
  ...shapes(
    { noun: 'release', schema: 'integration-release', source: below('IntegrationRelease') },
    { id: 'a string', required_secrets: 'an array', required_configuration: 'an array' },
  ),
  keyword(
    'answer.semver.object',
    ['semver', '', 'type'],
    '`semver` of a release, if present, is an object',
    page(`${SAMPLE}.current_release.semver`),
  ),
  ...shapes(
    { noun: 'semver', schema: 'semver', source: below('IntegrationSemVer') },
    { major: 'an integer', minor: 'an integer' },
  ),
  keyword(
    'answer.semver.undocumented',
    ['semver', '', 'additionalProperties'],
    '`semver` of a release has no property that nobody documented',
    openapi('IntegrationSemVer', '/additionalProperties'),
    'SHOULD',
  ),
  keyword(
    'answer.parameter.object',
    ['integration-parameter', '', 'type'],
    'a parameter of a release is an object',
    page(`${SAMPLE}.current_release.required_configuration`),
  ),
  ...shapes(
    { noun: 'parameter', schema: 'integration-parameter', source: below('IntegrationRequiredParam') },
    {
      name: 'a string',
      type: 'a string',
      required: 'a boolean',
      optional: 'a boolean',
      label: 'a string',
      description: 'a string',
      placeholder: 'a string',
      default_value: 'a string',
      options: 'an array',
    },
  ),
  keyword(
    'answer.parameter.type.enum',
    ['integration-parameter', '/properties/type', 'enum'],
    'the `type` of a parameter is one of the two documented values',
    openapi('IntegrationRequiredParamTypeEnum', '/enum'),
  ),
  keyword(
    'answer.parameter.undocumented',
    ['integration-parameter', '', 'additionalProperties'],
    'a parameter has no property that nobody documented',
    openapi('IntegrationRequiredParam', '/additionalProperties'),
    'SHOULD',
  ),
  keyword(
    'answer.option.object',
    ['integration-option', '', 'type'],
    'an option of a parameter is an object',
    page(`${SAMPLE}.current_release.required_configuration.options`),
  ),
  ...shapes(
    { noun: 'option', schema: 'integration-option', source: below('IntegrationRequiredParamOption') },
    { label: 'a string', value: 'a string' },
  ),
  keyword(
    'answer.option.undocumented',
    ['integration-option', '', 'additionalProperties'],
    'an option has no property that nobody documented',
    openapi('IntegrationRequiredParamOption', '/additionalProperties'),
    'SHOULD',
  ),
] as const;
