import type { Depth } from '../contracts/exercise.ts';
import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import type { Requirement } from '../contracts/requirement.ts';
import { waivers } from '../contracts/waivers.ts';
import { Transport } from '../driver/transport.ts';
import { appliesTo } from '../properties/applies.ts';
import type { Case, Need } from '../properties/case.ts';
import { baseCase } from '../properties/valid/valid-case.ts';
import { costOf, planFor } from '../properties/plan.ts';
import { Tally } from '../verdicts/tally.ts';
import type { Report } from '../verdicts/report.ts';
import { assembleReport, type RunFacts } from './assemble-report.ts';
import { runCase, type CaseRun } from './case-run.ts';
import { checkFirstAnswer } from './check-first-answer.ts';
import { deleteAction } from './drive-case.ts';
import type { RunEvent } from './events.ts';
import { isolate } from './isolate.ts';
import { openSession, type SessionOptions } from './open-session.ts';
import type { Session } from './session.ts';

/** Everything that a run depends on; with a fixed clock and run id, two runs against one target are alike. */
export interface RunOptions extends SessionOptions, RunFacts {
  /** The requirements in scope, in the catalogue's order. */
  readonly requirements: readonly Requirement[];
  readonly depth: Depth;
  readonly seed: number;
  /** Requests that the run may spend, those that clean up included. */
  readonly maxRequests: number;
  /** Stops the run after the case that is under way; what was created is deleted and the report still made. */
  readonly signal?: AbortSignal;
}

/**
 * Plans, drives and judges; yields events as it goes and returns the report.
 *
 * @throws TargetError when the target cannot be judged at all.
 */
export async function* run(options: RunOptions): AsyncGenerator<RunEvent, Report> {
  const transport = new Transport();
  try {
    return yield* drive(options, transport);
  } finally {
    await transport.close();
  }
}

async function* drive(options: RunOptions, transport: Transport): AsyncGenerator<RunEvent, Report> {
  const { requirements, depth, seed, maxRequests, signal, base } = options;
  // The least that exercises every MUST is what quick is for; other requirements are judged by what that sends.
  const wanted = depth === 'quick' ? requirements.filter(({ level }) => level === 'MUST') : requirements;
  const plan = planFor(wanted, depth, seed);
  yield {
    kind: 'planned',
    cases: plan.cases.length,
    requests: plan.cases.reduce((sum, each) => sum + costOf(each), 0),
  };
  const session = await openSession(transport, options, placeholdersIn(plan.cases));
  const tally = new Tally(requirements, waivers);
  for (const { id } of requirements.filter((each) => !wanted.includes(each))) {
    tally.explain(id, `${depth} depth exercises the MUSTs alone`);
  }
  const runs: CaseRun[] = [];
  let stopped: string | undefined;

  const send = async function* (next: Case): AsyncGenerator<RunEvent, CaseRun> {
    const done = await runCase(session, next, requirements, tally);
    runs.push(done);
    for (const { requirement, finding } of done.findings) yield { kind: 'finding', requirement, finding };
    yield { kind: 'case', title: next.title, done: runs.length, spent: session.sender.total };
    return done;
  };

  try {
    for (const next of plan.cases) {
      stopped ??= reasonToStop(session, next, maxRequests, signal, runs);
      const reason = stopped ?? reasonToSkip(session, next, tally);
      if (reason !== undefined) {
        explainSkipped(next, reason, wanted, tally);
        continue;
      }
      const done = yield* send(next);
      const [first] = done.exchanges;
      if (runs.length === 1 && first !== undefined) checkFirstAnswer(first, base);
      const [{ about }] = next.requests as [Case['requests'][number]];
      if (done.accepted === false && about.choices.length > 1) {
        yield* isolated(done.case, tally, send, () => session.sender.total + 2 <= maxRequests);
      }
    }
    if (stopped !== undefined) yield { kind: 'stopped', reason: stopped };
  } finally {
    for (const id of session.ledger.live) await deleteAction(session, 'clean-up', id);
  }
  return assembleReport({ options, plan, session, tally, runs });
}

/** Sends what {@link isolate} asks for, as long as the budget lasts; what was sent before is not sent again. */
async function* isolated(
  { requests }: Case,
  tally: Tally,
  send: (next: Case) => AsyncGenerator<RunEvent, CaseRun>,
  affordable: () => boolean,
): AsyncGenerator<RunEvent> {
  const events: RunEvent[] = [];
  await isolate(requests[0]?.about.choices ?? [], async (next) => {
    const known = tally.wasAccepted(next.id);
    const isLast = next.requests.some(({ about }) => about.smallest === true);
    if ((known !== undefined && !isLast) || !affordable()) return known;
    const steps = send(next);
    for (;;) {
      const step = await steps.next();
      if (step.done === true) return step.value.accepted;
      events.push(step.value);
    }
  });
  yield* events;
}

function reasonToStop(
  session: Session,
  next: Case,
  maxRequests: number,
  signal: AbortSignal | undefined,
  runs: readonly CaseRun[],
): string | undefined {
  if (signal?.aborted === true) return 'the run was interrupted';
  if (session.sender.total + costOf(next) > maxRequests)
    return `the budget of ${maxRequests} requests is spent`;
  const lately = runs.slice(-3).map(({ exchanges }) => exchanges.at(-1)?.trouble);
  const [trouble] = lately;
  if (lately.length === 3 && lately.every((each) => each !== undefined)) {
    return `the target gave no answer three times in a row: ${trouble?.message ?? 'no reason known'}`;
  }
  return undefined;
}

const UNMET: Readonly<Record<Need, string>> = {
  module: 'the tenant shows no published Action Module to refer to',
  'unscoped-token': 'no token without `create:actions` was given (--limited-token)',
};

function reasonToSkip(
  { values, tokens }: Session,
  { id, needs = [], twin }: Case,
  tally: Tally,
): string | undefined {
  const base = baseCase().id;
  if (id !== base && tally.wasAccepted(base) === false)
    return 'the target refuses even the smallest valid body';
  const met: Readonly<Record<Need, boolean>> = {
    module: values[PLACEHOLDERS.moduleId] !== undefined,
    'unscoped-token': tokens.unscoped !== undefined,
  };
  const unmet = needs.find((need) => !met[need]);
  if (unmet !== undefined) return UNMET[unmet];
  return twin !== undefined && tally.wasAccepted(twin) === false
    ? 'the valid body beside it was not accepted, so that a refusal would prove nothing'
    : undefined;
}

function explainSkipped(
  { requests }: Case,
  reason: string,
  wanted: readonly Requirement[],
  tally: Tally,
): void {
  for (const { id, exercisedBy } of wanted) {
    // What is judged in passing does not depend on any one case.
    if (exercisedBy.kind === 'passive') continue;
    if (requests.some(({ about }) => appliesTo(exercisedBy, about))) tally.explain(id, reason);
  }
}

function placeholdersIn(cases: readonly Case[]): ReadonlySet<string> {
  return new Set(cases.some(({ needs }) => needs?.includes('module')) ? [PLACEHOLDERS.moduleId] : []);
}
