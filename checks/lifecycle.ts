import { isDeepStrictEqual } from 'node:util';

import type { Json } from '../contracts/expectation.ts';
import { succeeded } from '../contracts/http-status.ts';
import { valueOf } from './answer-body.ts';
import { firstDifference } from './first-difference.ts';
import { broken, held, shown, unjudged, type Evidence, type Judgement } from './judgement.ts';
import { shownActions } from './shown-actions.ts';

/** What the first successful create of the case answered. */
export function createdBefore({ earlier }: Evidence): Json | undefined {
  const creation = earlier.find(
    ({ about, answer }) => about.operation === 'create' && answer !== undefined && succeeded(answer.status),
  );
  return creation && valueOf(creation);
}

/** Judges that what an answer shows of an action is what its create or its last update answered. */
export function judgeReadBack(evidence: Evidence, properties: readonly string[]): Judgement {
  const { exchange, memory } = evidence;
  const known = shownActions(evidence).flatMap(({ path, value, id }) => {
    const action = memory.action(exchange, id);
    return action?.shown === undefined || action.deleted ? [] : [{ path, value, before: action.shown }];
  });
  if (known.length === 0) return unjudged('no answer before it showed the action, or it shows none itself');
  const findings = known.flatMap(({ path, value, before }) =>
    properties
      .filter(
        (property) => before[property] !== undefined && !isDeepStrictEqual(before[property], value[property]),
      )
      .map((property) => {
        const at = `${path}/${property}`;
        const { path: place, one, other } = firstDifference(before[property], value[property], at);
        return {
          message: `${place} is another than the create or the last update answered`,
          path: place,
          kind: 'changed',
          expected: shown(one),
          actual: shown(other),
        };
      }),
  );
  return findings.length > 0 ? broken(...findings) : held();
}
