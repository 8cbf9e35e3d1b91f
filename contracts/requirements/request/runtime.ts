import { accepts, echoes, openapi, page, refuses, requirement } from '../../build.ts';

const RUNTIME = page('Body > runtime');

export const runtime = [
  refuses(
    'request.runtime.type',
    ['/runtime', 'wrong-type'],
    'refuses a `runtime` that is not a string',
    RUNTIME,
  ),
  accepts(
    'request.runtime.optional',
    'runtime:absent',
    'accepts an action without `runtime`',
    openapi('CreateActionRequestContent', '/required'),
  ),
  accepts('request.runtime.node22', 'runtime:node22', 'accepts the documented `runtime` node22', RUNTIME),
  echoes('request.runtime.echo', 'runtime', 'answers with the `runtime` that was sent', RUNTIME),
  requirement({
    id: 'request.runtime.default',
    level: 'MUST',
    title: 'runs an action without `runtime` on node22',
    source: RUNTIME,
    exercisedBy: { kind: 'valid', choice: 'runtime:absent' },
    judgedBy: { kind: 'default', property: 'runtime', in: '/runtime', value: 'node22' },
  }),
] as const;
