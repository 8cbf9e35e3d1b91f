import type { Choice } from '../../contracts/exercise.ts';
import type { Json } from '../../contracts/expectation.ts';
import { isObject, type JsonObject } from '../../contracts/pointer.ts';

/** What somebody else's valid body chose, as far as it is one of the choices that the contract speaks of. */
export function choicesIn(body: Json): readonly Choice[] {
  if (!isObject(body)) return [];
  const choices: Choice[] = [
    ...triggerChoice(body),
    ...(body['code'] === undefined ? (['code:absent'] as const) : (['code:given'] as const)),
    ...dependenciesChoice(body),
    ...deployChoice(body),
    ...countChoice(body['modules'], ['modules:absent', 'modules:empty', 'modules:one', undefined]),
    ...runtimeChoice(body),
    ...countChoice(body['secrets'], ['secrets:absent', 'secrets:empty', 'secrets:one', 'secrets:several']),
  ];
  if (isOpen(body['secrets'], ['name', 'value'])) choices.push('secrets:open');
  const isBase = Object.keys(body).every((name) => BASE.has(name)) && body['code'] !== undefined;
  return isBase ? ['base', ...choices] : choices;
}

const BASE = new Set(['name', 'supported_triggers', 'code']);

/** Whether an item of a list says more than these. */
const isOpen = (list: Json | undefined, known: readonly string[]): boolean =>
  Array.isArray(list) &&
  (list as readonly Json[]).some(
    (item) => isObject(item) && Object.keys(item).some((name) => !known.includes(name)),
  );

function triggerChoice({ supported_triggers: triggers }: JsonObject): readonly Choice[] {
  const [trigger] = Array.isArray(triggers) ? (triggers as readonly Json[]) : [];
  if (!isObject(trigger)) return [];
  const names = Object.keys(trigger);
  if (names.length === 1) return ['trigger:id-only'];
  const open = isOpen(trigger['compatible_triggers'], ['id', 'version']);
  return [
    ...(names.length > 2 ? (['trigger:described'] as const) : []),
    ...(open ? (['trigger:open'] as const) : []),
  ];
}

function dependenciesChoice({ dependencies }: JsonObject): readonly Choice[] {
  const hasRegistry =
    Array.isArray(dependencies) &&
    (dependencies as readonly Json[]).some((each) => isObject(each) && each['registry_url'] !== undefined);
  if (hasRegistry) return ['dependencies:registry'];
  return countChoice(dependencies, [
    'dependencies:absent',
    'dependencies:empty',
    'dependencies:one',
    'dependencies:several',
  ]);
}

function deployChoice({ deploy }: JsonObject): readonly Choice[] {
  if (deploy === undefined) return ['deploy:absent'];
  return deploy === true ? ['deploy:true'] : ['deploy:false'];
}

function runtimeChoice({ runtime }: JsonObject): readonly Choice[] {
  if (runtime === undefined) return ['runtime:absent'];
  return runtime === 'node22' ? ['runtime:node22'] : [];
}

type ByCount = readonly [absent: Choice, empty: Choice, one: Choice, several: Choice | undefined];

function countChoice(list: Json | undefined, [absent, empty, one, several]: ByCount): readonly Choice[] {
  if (!Array.isArray(list)) return list === undefined ? [absent] : [];
  const choice = [empty, one][list.length] ?? several;
  return choice === undefined ? [] : [choice];
}
