import type { Choice, Sequence, Step } from '../contracts/exercise.ts';
import type { Json } from '../contracts/expectation.ts';
import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import type { Case, PlannedRequest } from './case.ts';
import { makeCase } from './make-case.ts';
import { create, step } from './requests.ts';
import { validBody } from './valid/body.ts';

const CHOICES: readonly Choice[] = ['dependencies:one', 'secrets:one'];
const BODY = { kind: 'json', value: validBody(CHOICES) } as const;

/** What every recorded client sends at least in an update; the code is another than that of the create. */
const UPDATE: Json = {
  name: PLACEHOLDERS.name,
  supported_triggers: BODY.value['supported_triggers'] ?? [],
  code: 'exports.onExecutePostLogin = async (event, api) => {};\n// changed',
};

/** Code that an update sends and nothing else. */
const PART = 'exports.onExecutePostLogin = async (event, api) => {};\n// changed again';

const created = (sequence: Sequence, at: Step): PlannedRequest =>
  create(BODY, { credentials: 'valid', choices: CHOICES, at: { sequence, step: at } });

const life = (operation: Parameters<typeof step>[0], at: Step, carrying?: Parameters<typeof step>[3]) =>
  step(operation, { sequence: 'life', step: at }, CHOICES, carrying);

/** One action from its creation to after its end, then another by the same name. */
const LIFE: readonly PlannedRequest[] = [
  created('life', 'created'),
  life('read', 'read'),
  life('list', 'listed', { query: { actionName: PLACEHOLDERS.name } }),
  life('list', 'paged', { query: { page: '0', per_page: '1' } }),
  { ...life('read', 'awaited'), untilSettled: true },
  life('read', 'read-again'),
  life('deploy', 'deployed'),
  life('read', 'read-deployed'),
  life('update', 'updated', { body: UPDATE }),
  life('update', 'updated-in-part', { body: { code: PART } }),
  life('read', 'read-updated'),
  life('delete', 'deleted'),
  life('read', 'read-gone'),
  life('delete', 'deleted-gone'),
  created('life', 'created-again'),
];

/** Steps that no other step stands on, so that a plan may leave them out. */
const OPTIONAL: ReadonlySet<Step> = new Set([
  'read',
  'listed',
  'paged',
  'read-again',
  'updated',
  'updated-in-part',
  'read-updated',
  'read-gone',
  'deleted-gone',
  'created-again',
]);

/** The case of a sequence, with those of its optional steps that somebody wants. */
export function sequenceCase(sequence: Sequence, wanted: ReadonlySet<Step>): Case {
  switch (sequence) {
    case 'life':
      return makeCase({
        title: 'an action from its creation to its deletion',
        requests: LIFE.filter(({ about }) => {
          const at = about.at?.step;
          return at === undefined || !OPTIONAL.has(at) || wanted.has(at);
        }),
      });
    case 'same-name':
      return makeCase({
        title: 'two actions by the same name',
        requests: [created('same-name', 'created'), created('same-name', 'created-again')],
      });
    case 'after-refusals':
      return makeCase({
        title: 'the list of actions once every invalid request was refused',
        requests: [step('list', { sequence, step: 'left-behind' }, [], { query: { per_page: '100' } })],
      });
  }
}
