import type { Fault } from '../../contracts/case.ts';
import type { Choice, FaultOperator, Pointer } from '../../contracts/exercise.ts';
import type { Json } from '../../contracts/expectation.ts';
import { tokensOf, valueAt, type JsonObject } from '../../contracts/pointer.ts';
import type { Case, PlannedBody } from '../case.ts';
import { proveFault } from '../guard.ts';
import { makeCase } from '../make-case.ts';
import { create } from '../requests.ts';
import { validBody } from '../valid/body.ts';
import { validCase } from '../valid/valid-case.ts';
import { parentOf, withValueAt } from './edit.ts';
import { malformedJson } from './malformed-json.ts';
import { OPERATORS } from './operators.ts';

/** Every case whose body has this fault at this place and no other, each proved so, the likeliest mistake first. */
export function faultyCases(at: Pointer, operator: FaultOperator): readonly Case[] {
  const choices = twinChoices(at);
  const twin = validBody(choices);
  const whole = { at, operator, keyword: 'syntax' };
  switch (operator) {
    case 'empty-body':
      return [
        faultyCase(choices, { ...whole, before: twin }, { kind: 'text', text: '' }, 'the body is empty'),
      ];
    case 'malformed-json':
      return malformedJson(twin).map(({ words, text }) =>
        faultyCase(choices, { ...whole, before: twin }, { kind: 'text', text }, `the body ${words}`),
      );
    default: {
      const start = withAncestors(twin, at);
      return OPERATORS[operator](start, at).map(({ words, keyword, edited, value }) => {
        const body = withValueAt(start, edited, value);
        const before = valueAt(twin, edited);
        const fault: Fault = {
          at,
          operator,
          keyword,
          ...(edited === at ? {} : { property: parentOf(edited).last }),
          ...(before === undefined ? {} : { before }),
          ...(value === undefined ? {} : { after: value }),
        };
        proveFault(body, fault);
        return faultyCase(choices, fault, { kind: 'json', value: body }, `${nameOf(at)} ${words}`);
      });
    }
  }
}

function faultyCase(choices: readonly Choice[], fault: Fault, body: PlannedBody, title: string): Case {
  return makeCase({
    title,
    requests: [create(body, { credentials: 'valid', choices, fault })],
    twin: validCase(choices).id,
    ...(choices.includes('modules:one') ? { needs: ['module'] } : {}),
  });
}

const TWINS: Readonly<Record<string, Choice>> = {
  dependencies: 'dependencies:one',
  deploy: 'deploy:false',
  runtime: 'runtime:node22',
  secrets: 'secrets:one',
};

/** The smallest valid body that has what the fault is about. */
function twinChoices(at: Pointer): readonly Choice[] {
  const [property = '', ...below] = tokensOf(at);
  // A module reference must name a module that the tenant has; a fault in the list as a whole needs none.
  if (property === 'modules') return [below.length > 0 ? 'modules:one' : 'base'];
  return [TWINS[property] ?? 'base'];
}

/**
 * The twin with what must stand above a place: a fault inside `compatible_triggers` comes with the rest of a valid
 * list, taken from the fully described trigger, which no client sends and which therefore makes a poor twin.
 */
function withAncestors(twin: JsonObject, at: Pointer): Json {
  if (at === '') return twin;
  const { parent } = parentOf(at);
  if (valueAt(twin, parent) !== undefined) return twin;
  const above = withAncestors(twin, parent);
  return withValueAt(above, parent, valueAt(validBody(['trigger:described']), parent));
}

const nameOf = (at: Pointer): string => (at === '' ? 'the body' : `\`${at.slice(1).replaceAll('/', '.')}\``);
