import { setImmediate as turn } from 'node:timers/promises';

import { exploredCase, type ExploredCase } from '../properties/arbitraries/explored-case.ts';
import type { Case } from '../properties/case.ts';
import { draws, type Drawn } from '../properties/drawn.ts';
import { costOf } from '../properties/plan.ts';
import { sendCase, type CaseRun, type Sending } from './case-run.ts';
import type { RunEvent } from './events.ts';
import { examine, type Attempt } from './examine.ts';
import type { Sent } from './send-script.ts';
import type { Stage } from './stage.ts';
import { Stock } from './stock.ts';

/** What a phase that draws at random may do. */
export interface Exploration {
  readonly seed: number;
  /** Requests that it may spend, those of shrinking included. */
  readonly requests: number;
}

interface Answered extends Sent {
  readonly drawn: Drawn<ExploredCase>;
}

/**
 * Sends bodies drawn at random until the budget is spent, and shrinks what fails. One case is on its way while the one
 * before it is judged and others are drawn, so that the target need not wait for the suite.
 */
export async function* explore(stage: Stage, { seed, requests }: Exploration): AsyncGenerator<RunEvent> {
  const { session, record } = stage;
  const end = session.sender.total + requests;
  const affordable = (next: Case): boolean =>
    session.sender.total + costOf(next) <= end && stage.reasonToStop(next) === undefined;
  const attempt: Attempt<ExploredCase> = {
    key: ({ subject }) => subject.id,
    send: async (drawn) => {
      const { subject } = drawn.value;
      if (!affordable(subject) || (await stage.reasonToSkip(subject)) !== undefined) return undefined;
      return await stage.judge(sendingOf(drawn), await sendCase(session, subject));
    },
  };

  const stock = new Stock(draws(exploredCase(), seed));
  let before: Answered | undefined;
  for (let drawn = stock.take(); affordable(drawn.value.subject); drawn = stock.take()) {
    const { subject } = drawn.value;
    const skipped = (await stage.reasonToSkip(subject)) !== undefined;
    const flight = { over: skipped };
    const answered = skipped ? undefined : sendCase(session, subject);
    // Whatever went wrong is thrown where the answer is awaited; until then it must not end the process.
    answered?.finally(() => (flight.over = true)).catch(() => undefined);
    // The bytes leave in the next turn of the event loop; what follows is done while the target works.
    await turn();
    const judged = before && { ...before, run: await judge(stage, before) };
    // What has arrived meanwhile comes first: a deletion that waits would be time lost.
    await turn();
    while (!flight.over && stock.add()) await turn();
    if (!skipped) record.notePlanned(subject, 'exploration');
    before = answered && { drawn, ...(await answered) };
    if (judged !== undefined) yield* examine(stage, judged, attempt);
  }
  if (before !== undefined) yield* examine(stage, { ...before, run: await judge(stage, before) }, attempt);
}

const judge = (stage: Stage, { drawn, ...sent }: Answered): Promise<CaseRun> =>
  stage.judge(sendingOf(drawn), sent);

const sendingOf = ({ value, draw }: Drawn<ExploredCase>): Sending => ({
  case: value.subject,
  phase: 'exploration',
  draw,
});
