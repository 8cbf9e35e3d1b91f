import type { Choice, FaultOperator, Pointer } from '../../contracts/exercise.ts';
import { tokensOf, type JsonObject } from '../../contracts/pointer.ts';
import type { Case } from '../case.ts';
import { validBody, wholeBody } from '../valid/body.ts';
import { validCase } from '../valid/valid-case.ts';
import { faultyCase } from './faulty-case.ts';
import { edited, EMPTY, malformed, type FaultyBody } from './faulty-body.ts';
import { grown } from './grown.ts';
import { malformedJson } from './malformed-json.ts';
import { OPERATORS } from './operators.ts';
import { standsOn } from './places-in.ts';

/** Every case whose body has this fault at this place and no other, each proved so, the likeliest mistake first. */
export function faultyCases(at: Pointer, operator: FaultOperator): readonly Case[] {
  const choices = twinChoices(at);
  const twin = validCase(choices);
  return faultyBodies(validBody(choices), at, operator).map((faulty) =>
    faultyCase(faulty, { choices, twin }),
  );
}

function faultyBodies(twin: JsonObject, at: Pointer, operator: FaultOperator): readonly FaultyBody[] {
  switch (operator) {
    case 'empty-body':
      return [malformed(twin, EMPTY)];
    case 'malformed-json':
      return malformedJson(twin).map((variation) => malformed(twin, variation));
    default: {
      // A fault inside `compatible_triggers` comes with the rest of a valid list, which no client sends and which would
      // therefore make a poor twin.
      const start = grown(twin, standsOn({ at, operator }), wholeBody());
      return OPERATORS[operator](start, at).map((variation) =>
        edited({ at, operator }, variation, twin, start),
      );
    }
  }
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
