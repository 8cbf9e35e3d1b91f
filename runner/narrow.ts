import { validCase } from '../properties/valid/valid-case.ts';
import type { RunEvent } from './events.ts';
import { deservesExample } from './examine.ts';
import type { Stage } from './stage.ts';

/**
 * Looks for a smaller example of each deviation that only a body with several choices showed: every choice of that body
 * is sent alone, until one shows it too.
 */
export async function* narrow(stage: Stage): AsyncGenerator<RunEvent> {
  const { record } = stage;
  for (const { run, finding: shown } of record.unsettled) {
    const { cause } = shown.finding;
    if (!deservesExample(shown.requirement, shown.finding)) continue;
    const { choices = [] } = run.case.requests.length === 1 ? (run.case.requests[0]?.about ?? {}) : {};
    // The last choice is the kind of awkward text, if any: the likeliest of all to be stumbled over.
    for (const choice of choices.length > 1 ? choices.toReversed() : []) {
      const next = validCase([choice]);
      if (record.isNarrowed(cause) || record.wasSent(next) || stage.reasonToStop(next) !== undefined)
        continue;
      if ((await stage.reasonToSkip(next)) !== undefined) continue;
      yield* stage.send({ case: next, phase: 'edges' });
    }
  }
}
