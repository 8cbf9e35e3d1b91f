import type { Choice } from '../../contracts/exercise.ts';
import type { Json } from '../../contracts/expectation.ts';
import { PLACEHOLDERS, secretPlaceholder } from '../../contracts/placeholders.ts';
import { isObject, type JsonObject } from '../../contracts/pointer.ts';
import { isSentForm } from './sent-form.ts';
import { awkwardText } from './text.ts';

const TRIGGER = { id: 'post-login', version: 'v3' };

/** The body that every recorded client sends at least, and from which every other body is an edit. */
const BASE: JsonObject = {
  name: PLACEHOLDERS.name,
  supported_triggers: [TRIGGER],
  code: 'exports.onExecutePostLogin = async (event, api) => {};',
};

/** What each choice writes into the body; `undefined` leaves the property out. */
const EDITS: Readonly<
  Record<
    Exclude<Choice, `text:${string}` | `sent:${string}` | `${string}:open` | 'base' | 'sampled'>,
    Readonly<Record<string, Json | undefined>>
  >
> = {
  'trigger:id-only': { supported_triggers: [{ id: 'post-login' }] },
  'trigger:described': {
    supported_triggers: [
      {
        ...TRIGGER,
        status: 'CURRENT',
        runtimes: ['node18-actions', 'node22'],
        default_runtime: 'node22',
        binding_policy: 'trigger-bound',
        compatible_triggers: [{ id: 'post-login', version: 'v2' }],
      },
    ],
  },
  'code:absent': { code: undefined },
  'code:given': {},
  'dependencies:absent': {},
  'dependencies:empty': { dependencies: [] },
  'dependencies:one': { dependencies: [{ name: 'lodash', version: '4.17.21' }] },
  'dependencies:several': {
    dependencies: [
      { name: 'uuid', version: '9.0.1' },
      { name: 'lodash', version: '4.17.21' },
      { name: '@sindresorhus/is', version: '4.6.0' },
      { name: 'ms', version: '2.1.3' },
      { name: 'deepmerge', version: '4.3.1' },
    ],
  },
  'dependencies:registry': {
    dependencies: [{ name: 'lodash', version: '4.17.21', registry_url: 'https://npm.example.com/' }],
  },
  'deploy:absent': {},
  'deploy:false': { deploy: false },
  'deploy:true': { deploy: true },
  'modules:absent': {},
  'modules:empty': { modules: [] },
  'modules:one': {
    modules: [{ module_id: PLACEHOLDERS.moduleId, module_version_id: PLACEHOLDERS.moduleVersionId }],
  },
  'runtime:absent': {},
  'runtime:node22': { runtime: 'node22' },
  'secrets:absent': {},
  'secrets:empty': { secrets: [] },
  'secrets:one': { secrets: [{ name: 'API_KEY', value: secretPlaceholder(1) }] },
  'secrets:several': {
    secrets: [
      { name: 'SECOND', value: secretPlaceholder(2) },
      { name: 'API_KEY', value: secretPlaceholder(1) },
      { name: 'a_third', value: secretPlaceholder(3) },
    ],
  },
};

/** The valid body that makes these choices, and is otherwise as small as a recorded one. */
export function validBody(choices: readonly Choice[]): JsonObject {
  const body: Record<string, Json> = { ...BASE };
  for (const choice of choices) {
    for (const [property, value] of Object.entries(editOf(choice, body))) {
      if (value === undefined) delete body[property];
      else body[property] = value;
    }
  }
  return body;
}

/** A valid body in which everything stands that the contract constrains, from which others take what they lack. */
export const wholeBody = (): JsonObject =>
  validBody([
    'trigger:described',
    'dependencies:one',
    'deploy:false',
    'modules:one',
    'runtime:node22',
    'secrets:one',
  ]);

function editOf(choice: Choice, body: JsonObject): Readonly<Record<string, Json | undefined>> {
  if (choice === 'base' || choice === 'sampled' || isSentForm(choice)) return {};
  if (choice === 'secrets:open') return { secrets: opened(body['secrets'], EDITS['secrets:one'].secrets) };
  if (choice === 'trigger:open') return { supported_triggers: withOpenTriggers(body['supported_triggers']) };
  return choice in EDITS ? EDITS[choice as keyof typeof EDITS] : awkwardText(choice, body);
}

/** What the published schema leaves open where it closes everything around: an item may say more. */
const FURTHER = { note: 'kept for later' };

const opened = (items: Json | undefined, otherwise: Json | undefined): Json =>
  [items ?? otherwise ?? []].flat().map((item) => (isObject(item) ? { ...item, ...FURTHER } : item));

const withOpenTriggers = (triggers: Json | undefined): Json =>
  [triggers ?? TRIGGER].flat().map((trigger) => ({
    ...(isObject(trigger) ? trigger : TRIGGER),
    compatible_triggers: [{ id: 'post-login', version: 'v2', ...FURTHER }],
  }));
