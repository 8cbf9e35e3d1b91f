import { keyword, openapi, page, shapes } from '../../build.ts';

const below = (schema: string) => (property: string) => openapi(schema, `/properties/${property}`);
const SAMPLE = 'Response sample > integration';

/** Types inside `integration`, which only actions of the marketplace have. */
export const integration = [
  keyword(
    'answer.integration.object',
    ['integration', '', 'type'],
    'writes `integration`, if at all, as an object',
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
    'writes the `feature_type` of an integration as one of the documented values',
    openapi('IntegrationFeatureTypeEnum', '/enum'),
  ),
  keyword(
    'answer.integration.undocumented',
    ['integration', '', 'additionalProperties'],
    'gives an integration no property that nobody documented',
    openapi('Integration', '/additionalProperties'),
    'SHOULD',
  ),
  keyword(
    'answer.release.object',
    ['integration-release', '', 'type'],
    'writes `current_release` of an integration, if at all, as an object',
    page(`${SAMPLE}.current_release`),
  ),
  ...shapes(
    { noun: 'release', schema: 'integration-release', source: below('IntegrationRelease') },
    { id: 'a string', required_secrets: 'an array', required_configuration: 'an array' },
  ),
  keyword(
    'answer.semver.object',
    ['semver', '', 'type'],
    'writes `semver` of a release, if at all, as an object',
    page(`${SAMPLE}.current_release.semver`),
  ),
  ...shapes(
    { noun: 'semver', schema: 'semver', source: below('IntegrationSemVer') },
    { major: 'an integer', minor: 'an integer' },
  ),
  keyword(
    'answer.semver.undocumented',
    ['semver', '', 'additionalProperties'],
    'gives `semver` of a release no property that nobody documented',
    openapi('IntegrationSemVer', '/additionalProperties'),
    'SHOULD',
  ),
  keyword(
    'answer.parameter.object',
    ['integration-parameter', '', 'type'],
    'writes a parameter of a release as an object',
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
    'writes the `type` of a parameter as one of the two documented values',
    openapi('IntegrationRequiredParamTypeEnum', '/enum'),
  ),
  keyword(
    'answer.parameter.undocumented',
    ['integration-parameter', '', 'additionalProperties'],
    'gives a parameter no property that nobody documented',
    openapi('IntegrationRequiredParam', '/additionalProperties'),
    'SHOULD',
  ),
  keyword(
    'answer.option.object',
    ['integration-option', '', 'type'],
    'writes an option of a parameter as an object',
    page(`${SAMPLE}.current_release.required_configuration.options`),
  ),
  ...shapes(
    { noun: 'option', schema: 'integration-option', source: below('IntegrationRequiredParamOption') },
    { label: 'a string', value: 'a string' },
  ),
  keyword(
    'answer.option.undocumented',
    ['integration-option', '', 'additionalProperties'],
    'gives an option no property that nobody documented',
    openapi('IntegrationRequiredParamOption', '/additionalProperties'),
    'SHOULD',
  ),
] as const;
