import type { Exercise, Operation, Step } from '../../contracts/exercise.ts';

/** The operations without which a step of a sequence shows nothing, the nearest first. */
const OF_STEPS: Readonly<Record<Step, readonly Operation[]>> = {
  created: [],
  read: ['read'],
  'read-again': ['read'],
  listed: ['list'],
  paged: ['list'],
  awaited: ['read'],
  deployed: ['deploy', 'read'],
  'read-deployed': ['read', 'deploy'],
  updated: ['update'],
  'updated-in-part': ['update'],
  'read-updated': ['update', 'read'],
  deleted: ['delete'],
  'read-gone': ['read', 'delete'],
  'deleted-gone': ['delete'],
  'created-again': [],
  'left-behind': ['list'],
};

/** The operations, besides the create, that a target must have for an exercise to show anything. */
export function buildsOn(exercise: Exercise): readonly Operation[] {
  if (exercise.kind === 'sequence') return OF_STEPS[exercise.step];
  return exercise.kind === 'operation' ? [exercise.operation] : [];
}
