import { openapi, requirement, standard } from '../build.ts';
import type { Step } from '../exercise.ts';

const step = (at: Step) => ({ kind: 'sequence', sequence: 'life', step: at }) as const;

/** What nothing but an update that names it changes. */
const LASTING = ['id', 'dependencies', 'runtime', 'secrets', 'modules', 'created_at'];

/** What changes of itself only while an action is built or deployed, or when an update names it. */
const CHANGING = [
  'name',
  'supported_triggers',
  'code',
  'updated_at',
  'status',
  'all_changes_deployed',
  'deployed_version',
];

/** What stays as it was: between two reads, and around what an update names. */
export const unchanged = [
  requirement({
    id: 'lifecycle.read.again',
    level: 'SHOULD',
    title: 'reads the same twice, when nobody changed anything in between',
    source: standard('RFC 9110', '9.2.1'),
    exercisedBy: step('read-again'),
    judgedBy: { kind: 'same-as', of: 'awaited', properties: [...LASTING, ...CHANGING] },
  }),
  requirement({
    id: 'lifecycle.update.partial',
    level: 'MUST',
    title: 'accepts an update that names one property only',
    source: openapi('UpdateActionRequestContent'),
    exercisedBy: step('updated-in-part'),
    judgedBy: { kind: 'accepted' },
  }),
  requirement({
    id: 'lifecycle.update.leaves',
    level: 'SHOULD',
    title: 'leaves what an update does not name as it was',
    source: openapi('UpdateActionRequestContent', '/properties'),
    // A read beside a read: an update may answer in another form.
    exercisedBy: step('read-updated'),
    judgedBy: {
      kind: 'same-as',
      of: 'awaited',
      properties: LASTING,
    },
  }),
] as const;
