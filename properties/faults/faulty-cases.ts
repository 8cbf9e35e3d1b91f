import type { Choice, FaultOperator, Pointer } from '../../contracts/exercise.ts';
import { tokensOf, type JsonObject } from '../../contracts/pointer.ts';
import type { Case } from '../case.ts';
import { validBody, wholeBody } from '../valid/body.ts';
import { RICH, validCase } from '../valid/valid-case.ts';
import { faultyCase } from './faulty-case.ts';
import { edited, EMPTY, malformed, type FaultyBody } from './faulty-body.ts';
import { grown } from './grown.ts';
import { malformedJson } from './malformed-json.ts';
import { OPERATORS } from './operators.ts';
import { standsOn } from './places-in.ts';

/** Every case whose body has this fault at this place and no other, each proved so, the likeliest mistake first. */
export function faultyCases(at: Pointer, operator: FaultOperator): readonly Case[] {
  if (tokensOf(at)[0] === 'modules' && tokensOf(at).length > 1)
    return casesBeside(['modules:one'], at, operator);
  const smallest = casesBeside([SMALLEST[tokensOf(at)[0] ?? ''] ?? 'base'], at, operator);
  return casesBeside(RICH, at, operator).map((each, index) => {
    const otherwise = smallest[index];
    return otherwise === undefined ? each : { ...each, otherwise };
  });
}

/** The cases of a fault whose valid twin makes these choices. */
function casesBeside(choices: readonly Choice[], at: Pointer, operator: FaultOperator): readonly Case[] {
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

/** The smallest valid body that has what a fault is about is the base, or makes one of the choices of the rich one. */
const SMALLEST: Readonly<Record<string, Choice>> = {
  dependencies: 'dependencies:several',
  deploy: 'deploy:false',
  runtime: 'runtime:node22',
  secrets: 'secrets:several',
};
