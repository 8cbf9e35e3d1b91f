import type { Depth } from '../contracts/exercise.ts';
import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import type { Requirement } from '../contracts/requirement.ts';
import { waivers } from '../contracts/waivers.ts';
import { Transport } from '../driver/transport.ts';
import type { Case } from '../properties/case.ts';
import { baseCase } from '../properties/valid/valid-case.ts';
import { costOf, planFor } from '../properties/plan.ts';
import { Tally } from '../verdicts/tally.ts';
import type { Report } from '../verdicts/report.ts';
import { assembleReport, type RunFacts } from './assemble-report.ts';
import { explainSkipped, reasonToSkip, reasonToStop } from './reasons.ts';
import { runCase, type CaseRun } from './case-run.ts';
import { checkFirstAnswer } from './check-first-answer.ts';
import { cleanUp, makeRoom } from './clean-up.ts';
import type { RunEvent } from './events.ts';
import { isolate, isolateBase, type Search } from './isolate.ts';
import { sweepFirst } from './sweep-first.ts';
import type { Leftover } from './sweep.ts';
import { openSession, type SessionOptions } from './open-session.ts';

/** Everything that a run depends on; with a fixed clock and run id, two runs against one target are alike. */
export interface RunOptions extends SessionOptions, RunFacts {
  /** The requirements in scope, in the catalogue's order. */
  readonly requirements: readonly Requirement[];
  readonly depth: Depth;
  readonly seed: number;
  /** Stops the run after the case that is under way; what was created is deleted and the report still made. */
  readonly signal?: AbortSignal;
  /** What earlier runs left on the target: it is swept before anything is sent. */
  readonly leftovers?: readonly Leftover[];
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
  const { requirements, depth, seed, signal, base } = options;
  // The least that exercises every MUST is what quick is for; other requirements are judged by what that sends.
  const wanted = depth === 'quick' ? requirements.filter(({ level }) => level === 'MUST') : requirements;
  const plan = planFor(wanted, depth, seed);
  yield {
    kind: 'planned',
    cases: plan.cases.length,
    requests: plan.cases.reduce((sum, each) => sum + costOf(each), 0),
  };
  const session = await openSession(transport, options, placeholdersIn(plan.cases));
  yield* sweepFirst(session, options.leftovers);
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
    yield { kind: 'case', id: next.id, title: next.title, done: runs.length, spent: session.sender.total };
    return done;
  };

  /** Looks for the cause of a refusal, as long as the budget lasts; what was sent before is not sent again. */
  const blame = async function* (search: Search, resend: (next: Case) => boolean): AsyncGenerator<RunEvent> {
    for (let step = search.next(); step.done !== true;) {
      const { value: next } = step;
      const known = resend(next) ? undefined : tally.wasAccepted(next.id);
      const affordable = session.budget.reasonToStop(next, session.sender.total) === undefined;
      step = search.next(known ?? (affordable ? (yield* send(next)).accepted : undefined));
    }
  };

  try {
    for (const next of plan.cases) {
      stopped ??= reasonToStop(next, runs, session, signal?.aborted === true);
      if (stopped === undefined) await makeRoom(session, next);
      const reason = stopped ?? reasonToSkip(session, next, tally);
      if (reason !== undefined) {
        explainSkipped(next.requests, reason, wanted, tally);
        continue;
      }
      const done = yield* send(next);
      const [first] = done.exchanges;
      if (runs.length === 1 && first !== undefined) checkFirstAnswer(first, base);
      const choices = next.requests[0]?.about.choices ?? [];
      if (done.accepted === false && next.id === baseCase().id) yield* blame(isolateBase(), () => true);
      if (done.accepted === false && choices.length > 1) yield* blame(isolate(choices), isSmallest);
    }
    if (stopped !== undefined) yield { kind: 'stopped', reason: stopped };
  } finally {
    await cleanUp(session);
  }
  return assembleReport({ options, plan, session, tally, runs });
}

const isSmallest = ({ requests }: Case): boolean => requests.some(({ about }) => about.smallest === true);

function placeholdersIn(cases: readonly Case[]): ReadonlySet<string> {
  return new Set(cases.some(({ needs }) => needs?.includes('module')) ? [PLACEHOLDERS.moduleId] : []);
}
