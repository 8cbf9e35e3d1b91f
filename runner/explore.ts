import { setImmediate as turn } from 'node:timers/promises';

import { exploredCase, type ExploredCase } from '../properties/arbitraries/explored-case.ts';
import type { Case } from '../properties/case.ts';
import { draws, type Drawn } from '../properties/drawn.ts';
import { costOf } from '../properties/plan.ts';
import { sendCase, type Sending } from './case-run.ts';
import type { RunEvent } from './events.ts';
import { examine, tell, tellEnd, type Attempt, type Judged } from './examine.ts';
import type { Sent } from './doubt.ts';
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

/** Where so many draws in a row cannot be sent, none can: less than half need a module, which a tenant may lack. */
const MOST_SKIPPED = 50;

/**
 * Sends bodies drawn at random until the budget is spent, and shrinks what fails. One case is on its way while the one
 * before it is judged and others are drawn, so that the target need not wait for the suite.
 */
export async function* explore(stage: Stage, { seed, requests }: Exploration): AsyncGenerator<RunEvent> {
  const { session, record } = stage;
  const began = session.sender.total;
  const end = began + requests;
  const hasRoom = (next: Case): boolean => session.sender.total + costOf(next) <= end;
  const affordable = (next: Case): boolean => hasRoom(next) && stage.reasonToStop(next) === undefined;
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
  let skipped = 0;
  let ended: string | undefined;
  let drawn = stock.take();
  for (; affordable(drawn.value.subject); drawn = stock.take()) {
    const { subject } = drawn.value;
    const reason = await stage.reasonToSkip(subject);
    if (reason !== undefined) {
      skipped += 1;
      ended = skipped < MOST_SKIPPED ? undefined : reason;
      if (ended !== undefined) break;
      continue;
    }
    skipped = 0;
    record.notePlanned(subject, 'exploration');
    const flight = flightOf(sendCase(session, subject));
    let judged: Judged<ExploredCase> | undefined;
    try {
      await letPass();
      judged = before && (await judge(stage, before));
      if (judged !== undefined) yield* tell(stage, judged.run);
      await letPass();
      while (!flight.over && stock.add()) await letPass();
    } finally {
      // Also where whoever listens stops: nothing goes on behind a phase that has ended.
      before = { drawn, ...(await flight.sent) };
    }
    if (judged !== undefined) yield* examine(stage, judged, attempt);
  }
  if (before !== undefined) {
    const last = await judge(stage, before);
    yield* tell(stage, last.run);
    yield* examine(stage, last, attempt);
  }
  ended ??= hasRoom(drawn.value.subject) ? stage.reasonToStop(drawn.value.subject) : undefined;
  yield* tellEnd(stage, 'exploration', ended, { spent: session.sender.total - began, requests });
}

/** A case that is on its way, and whether it still is. */
function flightOf(sent: Promise<Sent>): { readonly sent: Promise<Sent>; readonly over: boolean } {
  const flight = { sent, over: false };
  // Whatever went wrong is thrown where the answer is awaited; until then it must not end the process.
  sent.finally(() => (flight.over = true)).catch(() => undefined);
  return flight;
}

/**
 * Lets an answer that has arrived be taken in, and the request that waits for it leave, before anything is done that can
 * be done while the target works. That takes two turns of the event loop, as undici spends one on a look at a connection
 * that was idle.
 */
async function letPass(): Promise<void> {
  await turn();
  await turn();
}

async function judge(stage: Stage, { drawn, ...sent }: Answered): Promise<Judged<ExploredCase>> {
  return { drawn, run: await stage.judge(sendingOf(drawn), sent) };
}

const sendingOf = ({ value, draw }: Drawn<ExploredCase>): Sending => ({
  case: value.subject,
  phase: 'exploration',
  draw,
});
