import { accepts, answersNone, echoes, openapi, page, recorded, refuses, requirement } from '../../build.ts';

const MODULES = page('Body > modules');
const module = (below: string) => openapi('ActionModuleReference', below);

export const modules = [
  refuses(
    'request.modules.type',
    ['/modules', 'wrong-type'],
    'refuses `modules` that are not an array',
    MODULES,
  ),
  refuses(
    'request.modules.item-type',
    ['/modules/0', 'wrong-type'],
    'refuses a module that is not an object',
    MODULES,
  ),
  refuses(
    'request.modules.unknown-property',
    ['/modules/0', 'unknown-property'],
    'refuses a module with a property that nobody documented',
    module('/additionalProperties'),
  ),
  refuses(
    'request.modules.module_id.type',
    ['/modules/0/module_id', 'wrong-type'],
    'refuses a `module_id` that is not a string',
    module('/properties/module_id'),
  ),
  refuses(
    'request.modules.module_name.type',
    ['/modules/0/module_name', 'wrong-type'],
    'refuses a `module_name` that is not a string',
    module('/properties/module_name'),
  ),
  refuses(
    'request.modules.module_version_id.type',
    ['/modules/0/module_version_id', 'wrong-type'],
    'refuses a `module_version_id` that is not a string',
    module('/properties/module_version_id'),
  ),
  refuses(
    'request.modules.module_version_number.type',
    ['/modules/0/module_version_number', 'wrong-type'],
    'refuses a `module_version_number` that is not an integer',
    module('/properties/module_version_number'),
  ),
  accepts(
    'request.modules.optional',
    'modules:absent',
    'accepts an action without `modules`',
    openapi('CreateActionRequestContent', '/required'),
  ),
  accepts('request.modules.empty', 'modules:empty', 'accepts an empty list of `modules`', MODULES),
  accepts('request.modules.one', 'modules:one', 'accepts a module that the tenant has published', MODULES),
  requirement({
    id: 'request.modules.present',
    level: 'SHOULD',
    title: 'answers a create that sent `modules` with `modules`',
    source: recorded('both recorded creates that sent `modules` answered them'),
    exercisedBy: { kind: 'valid', choice: 'modules:one' },
    judgedBy: { kind: 'present', property: 'modules' },
  }),
  echoes('request.modules.echo', 'modules', 'answers with the modules that were sent', MODULES, {
    parts: ['module_id', 'module_version_id'],
  }),
  answersNone('request.modules.none', 'modules', 'answers a create without `modules` with none', {
    fact: 'recorded creates without `modules` answered none',
  }),
] as const;
