import type { Choice } from '../../contracts/exercise.ts';
import type { Json } from '../../contracts/expectation.ts';
import { isObject, type JsonObject } from '../../contracts/pointer.ts';

/** What somebody else's valid body chose, as far as it is one of the choices that the contract speaks of. */
export function choicesIn(body: Json): readonly Choice[] {
  if (!isObject(body)) return [];
  const choices = [
    ...triggerChoice(body),
    ...(body['code'] === undefined ? (['code:absent'] as const) : (['code:given'] as const)),
    ...dependenciesChoice(body),
    ...deployChoice(body),
    ...countChoice(body['modules'], ['modules:absent', 'modules:empty', 'modules:one', undefined]),
    ...runtimeChoice(body),
    ...countChoice(body['secrets'], ['secrets:absent', 'secrets:empty', 'secrets:one', 'secrets:several']),
  ];
  const isBase = Object.keys(body).every((name) => BASE.has(name)) && body['code'] !== undefined;
  return isBase ? ['base', ...choices] : choices;
}

const BASE = new Set(['name', 'supported_triggers', 'code']);

function triggerChoice({ supported_triggers: triggers }: JsonObject): readonly Choice[] {
  const [trigger] = Array.isArray(triggers) ? (triggers as readonly Json[]) : [];
  if (!isObject(trigger)) return [];
  const names = Object.keys(trigger);
  if (names.length === 1) return ['trigger:id-only'];
  return names.length > 2 ? ['trigger:described'] : [];
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
