import { accepts, answersNone, echoes, openapi, page, refuses } from '../../build.ts';

const DEPENDENCIES = page('Body > dependencies');
const dependency = (below: string) => openapi('ActionVersionDependency', below);

export const dependencies = [
  refuses(
    'request.dependencies.type',
    ['/dependencies', 'wrong-type'],
    'refuses `dependencies` that are not an array',
    DEPENDENCIES,
  ),
  refuses(
    'request.dependencies.item-type',
    ['/dependencies/0', 'wrong-type'],
    'refuses a dependency that is not an object',
    DEPENDENCIES,
  ),
  refuses(
    'request.dependencies.unknown-property',
    ['/dependencies/0', 'unknown-property'],
    'refuses a dependency with a property that nobody documented',
    dependency('/additionalProperties'),
  ),
  refuses(
    'request.dependencies.name.type',
    ['/dependencies/0/name', 'wrong-type'],
    'refuses a dependency `name` that is not a string',
    dependency('/properties/name'),
  ),
  refuses(
    'request.dependencies.version.type',
    ['/dependencies/0/version', 'wrong-type'],
    'refuses a dependency `version` that is not a string',
    dependency('/properties/version'),
  ),
  refuses(
    'request.dependencies.registry_url.type',
    ['/dependencies/0/registry_url', 'wrong-type'],
    'refuses a dependency `registry_url` that is not a string',
    dependency('/properties/registry_url'),
  ),
  accepts(
    'request.dependencies.optional',
    'dependencies:absent',
    'accepts an action without `dependencies`',
    openapi('CreateActionRequestContent', '/required'),
  ),
  accepts(
    'request.dependencies.empty',
    'dependencies:empty',
    'accepts an empty list of `dependencies`',
    DEPENDENCIES,
  ),
  accepts('request.dependencies.one', 'dependencies:one', 'accepts one dependency', DEPENDENCIES),
  accepts(
    'request.dependencies.several',
    'dependencies:several',
    'accepts several dependencies',
    DEPENDENCIES,
  ),
  accepts(
    'request.dependencies.registry_url',
    'dependencies:registry',
    'accepts a dependency with a `registry_url`',
    dependency('/properties/registry_url'),
  ),
  echoes(
    'request.dependencies.echo',
    'dependencies',
    'answers with the dependencies that were sent, in their order',
    DEPENDENCIES,
  ),
  answersNone(
    'request.dependencies.none',
    'dependencies',
    'answers a create without `dependencies` with none',
    {
      fact: 'the 34 recorded creates without `dependencies` answered an empty list',
    },
  ),
] as const;
