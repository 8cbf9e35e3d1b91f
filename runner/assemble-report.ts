import type { Depth } from '../contracts/exercise.ts';
import { isDeterministic } from '../contracts/phase.ts';
import type { Plan } from '../properties/plan.ts';
import { diagnose } from '../verdicts/diagnosis/diagnose.ts';
import { conclude } from '../verdicts/overall.ts';
import type { Report, ReportedCase, ReportedInteraction, Shard } from '../verdicts/report.ts';
import type { Tally } from '../verdicts/tally.ts';
import { CLEAN_UP } from './cleanup/send-cleanup.ts';
import { accountOf } from './cleanup/account-of.ts';
import type { CaseRun } from './case-run.ts';
import { describeSuite, resultsOf, type SuiteFacts } from './results.ts';
import type { RunRecord } from './run-record.ts';
import { redactedDrift } from './redacted-drift.ts';
import { reportedExchange } from './reported-exchange.ts';
import type { Session } from './session.ts';

/** What a report says of its own making. */
export interface RunFacts {
  readonly suite: SuiteFacts;
  /** What sort of target it is, in words. */
  readonly targetKind: string;
  /** The globs that limited the run. */
  readonly only: readonly string[];
  /** A shell line that repeats the run. */
  readonly reproduce: string;
  /** When the run started, in milliseconds since the epoch. */
  readonly startedAt: number;
}

interface Parts {
  readonly options: RunFacts & {
    readonly depth: Depth;
    readonly seed: number;
    readonly shard?: Shard;
    readonly pactsAlone?: true;
  };
  readonly plan: Plan;
  readonly session: Session;
  readonly tally: Tally;
  readonly record: RunRecord;
  readonly interactions: readonly ReportedInteraction[];
}

/** Makes the one value that every report is rendered from. */
export function assembleReport({ options, plan, session, tally, record, interactions }: Parts): Report {
  const { suite, targetKind, only, reproduce, startedAt, depth, seed, shard } = options;
  const { cleaning, redactor, sender, base, time } = session;
  const results = resultsOf(tally, redactor);
  const shown = new Set([
    ...results.requirements.flatMap((result) => result.findings.map(({ exchange }) => exchange)),
    ...record.drift.telling,
    ...record.deaths,
  ]);
  const runs = record.runs.filter(
    ({ phase, exchanges }) => isDeterministic(phase) || exchanges.some(({ id }) => shown.has(id)),
  );
  const exchanges = [...runs, ...(cleaning.trouble === undefined ? [] : [cleaning.trouble])].flatMap((each) =>
    each.exchanges.map((exchange) => reportedExchange(exchange, redactor)),
  );
  return {
    schemaVersion: '1.0',
    suite: describeSuite(suite),
    target: { url: base, kind: targetKind },
    startedAt: new Date(startedAt).toISOString(),
    durationMs: Math.round(time.now() - startedAt),
    seed,
    depth,
    only,
    planHash: plan.hash,
    ...(shard === undefined ? {} : { shard }),
    ...results,
    ...(options.pactsAlone === true ? conclude(results.requirements, interactions) : {}),
    ...(sender.death !== undefined && results.verdict === 'conformant' ? cutShort(results.summary) : {}),
    diagnosis: diagnose({ requirements: results.requirements, exchanges }),
    requests: { total: sender.total, ...sender.spent },
    phases: record.summaries,
    actions: accountOf(session),
    interactions,
    drift: redactedDrift(record.drift.settle(), redactor),
    cases: [...casesIn(runs), ...cleanupCase(cleaning, redactor)],
    exchanges,
    reproduce,
  };
}

/** A target that died may hold all that was judged until then, and yet nobody can rely on it. */
const cutShort = (summary: string): Pick<Report, 'verdict' | 'summary'> => ({
  verdict: 'partial',
  summary: `The target died before the run was over. Until then: ${summary}`,
});

/** What shows why something could not be cleaned up; nothing else of cleaning up is kept. */
function cleanupCase(
  { trouble }: Session['cleaning'],
  redactor: Session['redactor'],
): readonly ReportedCase[] {
  if (trouble === undefined) return [];
  return [
    {
      id: CLEAN_UP,
      title: `cleaning up: ${redactor.text(trouble.reason)}`,
      phase: 'edges',
      exchanges: trouble.exchanges.map(({ id }) => id),
    },
  ];
}

/** The cases that were sent, each once: a search for a cause may send a body again. */
function casesIn(runs: readonly CaseRun[]): readonly ReportedCase[] {
  const cases = new Map<string, ReportedCase>();
  for (const { case: each, exchanges, phase, draw } of runs) {
    const { id, title, twin } = each;
    const earlier = cases.get(id);
    cases.set(id, {
      id,
      title,
      phase: earlier?.phase ?? phase,
      exchanges: [...(earlier?.exchanges ?? []), ...exchanges.map((exchange) => exchange.id)],
      ...(draw === undefined || phase !== 'exploration' ? {} : { drawn: draw }),
      ...(twin === undefined ? {} : { twin }),
    });
  }
  return [...cases.values()];
}
