import { accepts, echoes, openapi, page, recorded, refuses, requirement } from '../../build.ts';

const DEPLOY = page('Body > deploy');

export const deploy = [
  refuses(
    'request.deploy.type',
    ['/deploy', 'wrong-type'],
    'refuses a `deploy` that is not a boolean',
    DEPLOY,
  ),
  accepts(
    'request.deploy.optional',
    'deploy:absent',
    'accepts an action without `deploy`',
    openapi('CreateActionRequestContent', '/required'),
  ),
  accepts('request.deploy.false', 'deploy:false', 'accepts `deploy` set to false', DEPLOY),
  accepts('request.deploy.true', 'deploy:true', 'accepts `deploy` set to true', DEPLOY),
  requirement({
    id: 'request.deploy.default',
    level: 'MUST',
    title: 'does not deploy an action unless `deploy` says so',
    source: DEPLOY,
    exercisedBy: { kind: 'passive', on: 'created' },
    judgedBy: { kind: 'default', property: 'deploy', in: '/all_changes_deployed', value: false },
  }),
  requirement({
    id: 'request.deploy.heeded',
    level: 'SHOULD',
    title: 'answers a create with `deploy` with the version that it deployed',
    source: recorded('both recorded creates with `deploy: true` answered `deployed_version.deployed: true`'),
    exercisedBy: { kind: 'valid', choice: 'deploy:true' },
    judgedBy: { kind: 'value', in: '/deployed_version/deployed', value: true },
  }),
  requirement({
    id: 'request.deploy.unasked',
    level: 'MUST',
    title: 'shows no version that is `deployed` unless `deploy` says so',
    source: DEPLOY,
    exercisedBy: { kind: 'passive', on: 'created' },
    judgedBy: { kind: 'default', property: 'deploy', in: '/deployed_version/deployed', value: false },
  }),
  requirement({
    id: 'request.deploy.complete',
    level: 'SHOULD',
    title: 'answers a create with `deploy` that all changes are deployed',
    source: recorded('both recorded creates with `deploy: true` answered `all_changes_deployed: true`'),
    exercisedBy: { kind: 'valid', choice: 'deploy:true' },
    judgedBy: { kind: 'echo', property: 'deploy', in: '/all_changes_deployed' },
  }),
  echoes('request.deploy.echo', 'deploy', 'answers, if at all, with the `deploy` that was sent', DEPLOY, {
    level: 'SHOULD',
  }),
] as const;
