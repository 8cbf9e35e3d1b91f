import process from 'node:process';

import type { Depth } from '../../contracts/exercise.ts';
import { shellWord } from '../../driver/curl.ts';
import { UsageError } from '../../driver/errors.ts';
import { Limiter } from '../../driver/limiter.ts';
import type { Redactor } from '../../driver/redaction.ts';
import { Spending } from '../../driver/spending.ts';
import type { Case } from '../../properties/case.ts';
import { Builds } from '../../runner/builds.ts';
import type { Counterexample } from '../../runner/events.ts';
import { ApiRoot } from '../../runner/preflight/api-root.ts';
import type { RunOptions } from '../../runner/run.ts';
import { exitCodeOf } from '../../verdicts/exit-code.ts';
import type { Report, Shard } from '../../verdicts/report.ts';
import { clock } from '../clock.ts';
import { corpusDir, readCorpus, saveCounterexamples } from '../corpus.ts';
import { drive } from '../drive.ts';
import { environmentRedactor } from '../environment.ts';
import { ExchangeLogFile } from '../exchange-log.ts';
import { mostLive } from '../most-live.ts';
import { COULD_NOT_SWEEP } from '../leftovers.ts';
import { newRunId } from '../new-run-id.ts';
import { planLines } from '../plan-lines.ts';
import { publishReport, type PublishFlags } from '../publish-report.ts';
import { select } from '../select.ts';
import { shardFrom, type ShardFlag } from '../shard.ts';
import { readTarget } from '../target.ts';
import { thisSuite } from '../this-suite.ts';
import { withTarget, type TargetFlags, type TargetOptions } from '../with-target.ts';
import { prepareReportDir } from '../write-reports.ts';
import { Written } from '../written.ts';

/** Flags of `run`, as commander parses them. */
export interface RunFlags extends TargetFlags, PublishFlags {
  readonly dryRun?: true;
  readonly depth: Depth;
  readonly seed: number;
  /** Requests for what is drawn at random; what the depth says, when absent. */
  readonly explore?: number;
  readonly maxRequests: number;
  readonly maxCreates: number;
  /** One for a tenant, and as many as it takes for the embedded mock, when absent. */
  readonly maxLive?: number;
  /** In milliseconds. */
  readonly maxTime: number;
  readonly only?: readonly string[];
  readonly shard?: ShardFlag;
  /** Folder of the counterexamples; that of the checkout, if there is one, when absent. */
  readonly corpus?: string;
}

/** Runs the suite, writes the report, shows its end and sets the exit code. */
export async function runCommand(flags: RunFlags, variables: NodeJS.ProcessEnv): Promise<void> {
  if (flags.dryRun) return await tellPlan(flags, variables);
  const { report, extra, redactor, unreadLedgers } = await judgeTarget(
    { ...flags, shard: shardFrom(flags.shard, variables) },
    variables,
    () => Promise.resolve(),
  );
  await publishReport(report, flags, redactor, extra);
  process.exitCode = exitCodeOf(report) || (unreadLedgers > 0 ? COULD_NOT_SWEEP : 0);
}

/** What came of a run, while its target is still there. */
export interface Judged {
  readonly report: Report;
  /** With what goes on where more is sent: the redactor, the limiter and the count of requests. */
  readonly options: RunOptions & { readonly redactor: Redactor; readonly spending: Spending };
  /** The cases that showed a finding, by id. */
  readonly telling: ReadonlyMap<string, Case>;
  /** Whether the run was stopped before its end. */
  readonly stopped: boolean;
}

/**
 * Runs the suite against the target of the flags, which is there until `after` is done.
 *
 * @returns the report, the files that were written with it, what knows the run's secrets, and what `after` returned.
 */
export async function judgeTarget<T>(
  { shard, ...flags }: Omit<RunFlags, 'shard'> & { readonly shard?: Shard | undefined },
  variables: NodeJS.ProcessEnv,
  after: (judged: Judged) => Promise<T>,
): Promise<{
  readonly report: Report;
  readonly extra: Written;
  readonly redactor: Redactor;
  /** Ledgers of earlier runs that could not be read. */
  readonly unreadLedgers: number;
  readonly after: T;
}> {
  const redactor = environmentRedactor(variables, process.argv);
  const runId = newRunId();
  return await withTarget(runId, flags, variables, async (target) => {
    const dir = corpusDir(flags.corpus, flags);
    const corpus = (await readCorpus(dir)).map((each) => each.case);
    const shared = {
      redactor,
      limiter: new Limiter(clock),
      builds: new Builds(clock),
      spending: new Spending(),
      root: new ApiRoot(target.base),
    };
    const { unreadLedgers, ...facts } = target;
    const options = { runId, ...optionsFrom(flags, target, shard), ...facts, ...shared, corpus };
    await prepareReportDir(flags.reportDir);
    const exchanges = new ExchangeLogFile(flags.reportDir);
    try {
      const found: Counterexample[] = [];
      const telling = new Map<string, Case>();
      let stopped = false;
      // The least that shows whether the MUSTs hold has no place for what consumers rely on; one shard has it for all.
      const isWithout = flags.depth === 'quick' || (shard?.index ?? 1) > 1;
      const pacts = isWithout ? [] : await (await import('../pact-sources.ts')).ownPacts();
      const report = await drive({ ...options, pacts, log: exchanges }, (event) => {
        if (event.kind === 'counterexample') found.push(event);
        if (event.kind === 'finding' && event.case !== undefined) telling.set(event.case.id, event.case);
        if (event.kind === 'stopped') stopped = true;
      });
      // What the suite's own faulty tenants do wrong is no news, unless somebody asks for it.
      const saveTo = flags.corpus ?? (target.targetKind === 'given' ? dir : undefined);
      const extra = new Written();
      await extra.add(exchanges.finish());
      if (saveTo !== undefined) await extra.add(saveCounterexamples(saveTo, found, report));
      return {
        report,
        extra,
        redactor,
        unreadLedgers,
        after: await after({ report, options, telling, stopped }),
      };
    } finally {
      await exchanges.abandon();
    }
  });
}

/**
 * Says what a run would send, and sends nothing.
 *
 * @throws UsageError where a run would not begin either, and for `--json`: the plan is told in words.
 */
async function tellPlan(flags: RunFlags, variables: NodeJS.ProcessEnv): Promise<void> {
  if (flags.json) {
    throw new UsageError(
      'NO_REPORT_YET',
      '--json prints a report, and --dry-run makes none',
      'Leave one of them out.',
    );
  }
  const target = readTarget(flags.target);
  if (target.kind === 'mutant') (await import('../mutant.ts')).mutantNamed(target.name);
  const lines = planLines({
    ...flags,
    requirements: select(flags.only ?? []),
    maxLive: mostLive(flags.maxLive, target.kind),
    shard: shardFrom(flags.shard, variables),
    corpus: (await readCorpus(corpusDir(flags.corpus, flags))).map((each) => each.case),
  });
  process.stdout.write(`${lines.join('\n')}\n`);
}

function optionsFrom(
  flags: Omit<RunFlags, 'shard'>,
  { targetKind }: Pick<TargetOptions, 'targetKind'>,
  shard: Shard | undefined,
): Omit<RunOptions, keyof TargetOptions | 'runId'> {
  const only = flags.only ?? [];
  return {
    requirements: select(only),
    depth: flags.depth,
    seed: flags.seed,
    ...(flags.explore === undefined ? {} : { explore: flags.explore }),
    ...(shard === undefined ? {} : { shard }),
    limits: {
      maxRequests: flags.maxRequests,
      maxCreates: flags.maxCreates,
      maxLive: mostLive(flags.maxLive, targetKind),
      maxTimeMs: flags.maxTime,
    },
    time: clock,
    startedAt: clock.now(),
    suite: thisSuite,
    only,
    reproduce: [
      'npx actions-conformance run',
      `--target ${shellWord(flags.target)}`,
      `--depth ${flags.depth}`,
      `--seed ${flags.seed}`,
      ...(flags.explore === undefined ? [] : [`--explore ${flags.explore}`]),
      ...(shard === undefined ? [] : [`--shard ${shard.index}/${shard.count}`]),
      ...(only.length > 0 ? [`--only ${only.map(shellWord).join(' ')}`] : []),
    ].join(' '),
  };
}
