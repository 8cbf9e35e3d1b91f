import { accepts, openapi, operation, page, refuses, requirement } from '../../build.ts';

const BODY = operation('/requestBody');
const SCHEMA = 'CreateActionRequestContent';

export const body = [
  accepts(
    'request.body.base',
    'base',
    'accepts a body of `name`, `supported_triggers` and `code`, as every recorded client sends it',
    openapi(SCHEMA),
  ),
  requirement({
    id: 'request.body.combination',
    level: 'MUST',
    title: 'accepts optional properties together, where it accepts each alone',
    source: openapi(SCHEMA, '/properties'),
    exercisedBy: { kind: 'combination' },
    judgedBy: { kind: 'accepted' },
  }),
  accepts(
    'request.body.sampled',
    'sampled',
    'accepts any body that the schema allows and the documented limits do not forbid',
    openapi(SCHEMA),
    'SHOULD',
  ),
  refuses('request.body.type', ['', 'wrong-type'], 'refuses a body that is not an object', page('Body')),
  refuses(
    'request.body.missing',
    ['', 'empty-body'],
    'refuses an empty body',
    page('Body > name'),
    // The page requires a name; by the published description the body may be left out.
    'SHOULD',
  ),
  refuses('request.body.malformed', ['', 'malformed-json'], 'refuses a body that is not JSON', BODY),
  refuses(
    'request.body.unknown-property',
    ['', 'unknown-property'],
    'refuses an action with a property that nobody documented',
    openapi(SCHEMA, '/additionalProperties'),
  ),
] as const;
