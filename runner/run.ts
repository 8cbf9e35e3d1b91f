import { createHash } from 'node:crypto';

import type { Depth } from '../contracts/exercise.ts';
import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import type { Requirement } from '../contracts/requirement.ts';
import { waivers } from '../contracts/waivers.ts';
import { Transport, type Patience } from '../driver/transport.ts';
import type { Pact } from '../pacts/pact.ts';
import type { Case } from '../properties/case.ts';
import { costOf, planWithoutModules, type Plan } from '../properties/plan.ts';
import { shardOf } from '../properties/shard.ts';
import { Tally } from '../verdicts/tally.ts';
import type { Report, ReportedInteraction, Shard } from '../verdicts/report.ts';
import { assembleReport, type RunFacts } from './assemble-report.ts';
import { cleanUpForGood } from './cleanup/last-look.ts';
import type { RunEvent } from './events.ts';
import type { ExchangeLog } from './exchange-log.ts';
import { explore } from './explore.ts';
import { exploreLifecycle } from './explore-lifecycle.ts';
import { narrow } from './narrow.ts';
import { sweepFirst } from './cleanup/sweep-first.ts';
import type { Leftover } from './cleanup/plan-sweep.ts';
import { openSession, type SessionOptions } from './open-session.ts';
import { planOf, wantedAt } from './plan-of.ts';
import { locateApi } from './preflight/locate-api.ts';
import { sendPlanned } from './send-planned.ts';
import { Stage } from './stage.ts';

/** Everything that a run depends on; with a fixed clock and run id, two runs against one target are alike. */
export interface RunOptions extends SessionOptions, RunFacts {
  /** The requirements in scope, in the catalogue's order. */
  readonly requirements: readonly Requirement[];
  readonly depth: Depth;
  readonly seed: number;
  /** Requests that may go into what is drawn at random; at deep depth 2,000 by default, else none. */
  readonly explore?: number;
  /** Counterexamples of earlier runs, to be sent before everything else. */
  readonly corpus?: readonly Case[];
  /** Whether to send nothing but the corpus. */
  readonly corpusOnly?: true;
  /** The part of the plan to send; the whole plan when absent. */
  readonly shard?: Shard;
  /** Takes every exchange as it is judged; what the report does not show is nowhere else. */
  readonly log?: ExchangeLog;
  /** Stops the run after the case that is under way; what was created is deleted and the report still made. */
  readonly signal?: AbortSignal;
  /** How long the target may take to answer; as long as a tenant ever does when absent. */
  readonly patience?: Patience;
  /** What earlier runs left on the target: it is swept before anything is sent. */
  readonly leftovers?: readonly Leftover[];
  /** Pacts whose interactions Pact's Verifier plays, after everything else or, with `pactsAlone`, instead of it. */
  readonly pacts?: readonly Pact[];
  readonly pactsAlone?: true;
}

/**
 * Plans, drives and judges; yields events as it goes and returns the report. A target that cannot be judged at all leaves
 * one as well, which says why and what to do.
 */
export async function* run(options: RunOptions): AsyncGenerator<RunEvent, Report> {
  const transport = new Transport(options.patience);
  try {
    return yield* drive(options, transport);
  } finally {
    await transport.close();
  }
}

/** Requests that what is drawn at random may cost, where nothing else is said. */
export const AT_RANDOM: Readonly<Record<Depth, number>> = { quick: 0, standard: 0, deep: 2000 };

/** The share of it that goes into sequences of operations. */
const FOR_LIVES = 0.2;

async function* drive(options: RunOptions, transport: Transport): AsyncGenerator<RunEvent, Report> {
  const {
    requirements,
    depth,
    seed,
    explore: atRandom = AT_RANDOM[depth],
    corpus = [],
    corpusOnly,
    shard,
    limits,
    pacts = [],
    pactsAlone,
  } = options;
  const wanted = wantedAt(depth, requirements);
  const whole = pactsAlone === true ? NO_PLAN : planOf(options);
  const session = await openSession(
    transport,
    options,
    placeholdersIn([...corpus, ...whole.cases], atRandom),
  );
  const plan = session.noModule === undefined ? whole : planWithoutModules(whole);
  const edges = shard === undefined ? plan.cases : shardOf(plan, shard);
  const planned = [...corpus, ...edges];
  yield {
    kind: 'planned',
    cases: planned.length,
    requests: planned.reduce((sum, each) => sum + costOf(each), 0),
  };
  if (session.tokens.refusal === undefined) {
    // By another path than the API's nothing would be found, and all would look swept.
    if (pactsAlone === true || (options.leftovers ?? []).length > 0) await locateApi(session);
    yield* sweepFirst(session, options.leftovers);
  }
  const tally = new Tally(requirements, waivers);
  for (const { id } of requirements.filter((each) => !wanted.includes(each))) {
    tally.explain(id, `${depth} depth exercises the MUSTs alone`);
  }
  const stage = new Stage({ ...options, session, tally });
  const interactions: ReportedInteraction[] = [];
  try {
    if (corpus.length > 0) {
      yield* stage.during('corpus', sendPlanned(stage, { cases: corpus, phase: 'corpus', wanted }));
    }
    if (corpusOnly !== true) {
      yield* stage.during('edges', sendPlanned(stage, { cases: edges, phase: 'edges', wanted }));
    }
    if (atRandom > 0 && pactsAlone !== true) {
      yield* stage.during('edges', narrow(stage));
      // The parts of a run share the work, and none draws what another does.
      const { index, count } = shard ?? { index: 1, count: 1 };
      const left = Math.min(Math.ceil(atRandom / count), limits.maxRequests - session.sender.total);
      const forLives = Math.floor(left * FOR_LIVES);
      const own = seed + index - 1;
      yield* stage.during('exploration', explore(stage, { seed: own, requests: left - forLives }));
      yield* stage.during('lifecycle', exploreLifecycle(stage, { seed: own, requests: forLives }));
    }
    if (pacts.length > 0) {
      // Whoever verifies no pact does not wait until all this is loaded.
      const { verifyPacts } = await import('./verify-pacts.ts');
      const verified = verifyPacts(stage, { pacts, alone: pactsAlone === true });
      for await (const event of stage.during('pacts', verified)) {
        if (event.kind === 'verified') interactions.push(...event.interactions);
        yield event;
      }
    }
  } finally {
    await cleanUpForGood(session);
  }
  yield* stage.concludeOffers();
  for (const { id } of requirements) if (stage.obstacle !== undefined) tally.noteLost(id, stage.obstacle);
  return assembleReport({ options, plan, session, tally, record: stage.record, interactions });
}

/** What is planned by whoever only verifies pacts. */
const NO_PLAN: Plan = { cases: [], hash: createHash('sha256').digest('hex') };

function placeholdersIn(cases: readonly Case[], atRandom: number): ReadonlySet<string> {
  const needed = atRandom > 0 || cases.some(({ needs }) => needs?.includes('module'));
  return new Set(needed ? [PLACEHOLDERS.moduleId] : []);
}
