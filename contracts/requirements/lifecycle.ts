import { operation, page, recorded, requirement } from '../build.ts';
import type { Sequence, Step } from '../exercise.ts';

const ITEM = '/paths/~1actions~1actions~1{id}';
const DEPLOY = '/paths/~1actions~1actions~1{id}~1deploy/post';
const LIST = '/paths/~1actions~1actions/get';
const step = (at: Step, sequence: Sequence = 'life') => ({ kind: 'sequence', sequence, step: at }) as const;

/** What a create promises about the time after it. */
export const lifecycle = [
  requirement({
    id: 'lifecycle.read.found',
    level: 'MUST',
    title: 'answers a read of the new `id` with 200',
    source: operation('/responses/200', `${ITEM}/get`),
    exercisedBy: step('read'),
    judgedBy: { kind: 'status', in: [200] },
  }),
  requirement({
    id: 'lifecycle.read.same',
    level: 'MUST',
    title: 'reads back what it answered to the create',
    source: operation('/responses/200/content', `${ITEM}/get`),
    exercisedBy: step('read'),
    judgedBy: {
      kind: 'reads-back',
      properties: [
        'id',
        'name',
        'supported_triggers',
        'code',
        'dependencies',
        'runtime',
        'secrets',
        'created_at',
      ],
    },
  }),
  requirement({
    id: 'lifecycle.list.found',
    level: 'MUST',
    title: 'lists the new action under its name',
    source: operation('/parameters', LIST),
    exercisedBy: step('listed'),
    judgedBy: { kind: 'listed' },
  }),
  requirement({
    id: 'lifecycle.list.page',
    level: 'SHOULD',
    title: 'says in a list which page it is',
    source: operation('/responses/200/content', LIST),
    exercisedBy: step('listed'),
    judgedBy: { kind: 'value', in: '/page', value: 0 },
  }),
  requirement({
    id: 'lifecycle.list.per_page',
    level: 'SHOULD',
    title: 'lists no more actions on a page than were asked for, and says how many that is',
    source: operation('/responses/200/content', LIST),
    exercisedBy: step('paged'),
    judgedBy: { kind: 'paged', perPage: 1 },
  }),
  requirement({
    id: 'lifecycle.status.steps',
    level: 'SHOULD',
    title: 'lets a build status change only in the direction of a build',
    source: recorded(
      'recorded builds run from pending through building to built, or through retrying to failed',
    ),
    exercisedBy: step('awaited'),
    judgedBy: { kind: 'legal-steps' },
  }),
  requirement({
    id: 'lifecycle.deploy.accepted',
    level: 'SHOULD',
    title: 'deploys an action that is built',
    source: recorded('all 181 recorded deploys of built actions succeeded'),
    exercisedBy: step('deployed'),
    judgedBy: { kind: 'accepted' },
  }),
  requirement({
    id: 'lifecycle.deploy.status',
    level: 'MUST',
    title: 'answers a deploy that it accepts with 202',
    source: operation('/responses/202', DEPLOY),
    exercisedBy: step('deployed'),
    judgedBy: { kind: 'status', in: [202], ofSuccess: true },
  }),
  requirement({
    id: 'lifecycle.deploy.deployed',
    level: 'SHOULD',
    title: 'answers a deploy with a version that is `deployed`',
    source: operation('/responses/202/content', DEPLOY),
    exercisedBy: step('deployed'),
    judgedBy: { kind: 'value', in: '/deployed', value: true },
  }),
  requirement({
    id: 'lifecycle.deploy.complete',
    level: 'MUST',
    title: 'reads `all_changes_deployed` as true once everything is deployed',
    source: page('Response > all_changes_deployed'),
    exercisedBy: step('read-deployed'),
    judgedBy: { kind: 'value', in: '/all_changes_deployed', value: true },
  }),
  requirement({
    id: 'lifecycle.deploy.version',
    level: 'MUST',
    title: 'reads a `deployed_version` once the action is deployed',
    source: page('Response > deployed_version'),
    exercisedBy: step('read-deployed'),
    judgedBy: { kind: 'value', in: '/deployed_version/deployed', value: true },
  }),
  requirement({
    id: 'lifecycle.delete.status',
    level: 'MUST',
    title: 'answers a delete with 204',
    source: operation('/responses/204', `${ITEM}/delete`),
    exercisedBy: step('deleted'),
    judgedBy: { kind: 'status', in: [204] },
  }),
  requirement({
    id: 'lifecycle.delete.gone',
    level: 'MUST',
    title: 'answers a read of a deleted action with 404',
    source: operation('/responses/404', `${ITEM}/get`),
    exercisedBy: step('read-gone'),
    judgedBy: { kind: 'status', in: [404] },
  }),
  requirement({
    id: 'lifecycle.delete.again',
    level: 'SHOULD',
    title: 'answers a second delete with 404',
    source: recorded('all 4 recorded second deletes answered 404'),
    exercisedBy: step('deleted-gone'),
    judgedBy: { kind: 'status', in: [404] },
  }),
  requirement({
    id: 'lifecycle.refusal.leaves-nothing',
    level: 'MUST',
    title: 'creates nothing when it refuses',
    source: operation('/responses/400'),
    exercisedBy: step('left-behind', 'after-refusals'),
    judgedBy: { kind: 'nothing-left' },
  }),
] as const;
