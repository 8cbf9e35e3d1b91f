import { randomBytes } from 'node:crypto';
import process from 'node:process';

import type { Depth } from '../../contracts/exercise.ts';
import { shellWord } from '../../driver/curl.ts';
import type { Counterexample } from '../../runner/events.ts';
import type { RunOptions } from '../../runner/run.ts';
import { EXIT_CODES } from '../../verdicts/overall.ts';
import { clock } from '../clock.ts';
import { corpusDir, readCorpus, saveCounterexamples } from '../corpus.ts';
import { drive } from '../drive.ts';
import { ExchangeLogFile } from '../exchange-log.ts';
import { planLines } from '../plan-lines.ts';
import { publishReport, type PublishFlags } from '../publish-report.ts';
import { select } from '../select.ts';
import { readTarget } from '../target.ts';
import { thisSuite } from '../this-suite.ts';
import { withTarget, type TargetFlags, type TargetOptions } from '../with-target.ts';
import { prepareReportDir } from '../write-reports.ts';

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
  /** Folder of the counterexamples; that of the checkout, if there is one, when absent. */
  readonly corpus?: string;
}

/** Runs the suite, writes the report, shows its end and sets the exit code. */
export async function runCommand(flags: RunFlags, variables: NodeJS.ProcessEnv): Promise<void> {
  if (flags.dryRun) return tellPlan(flags);
  const runId = randomBytes(4).toString('hex');
  const { report, extra } = await withTarget(runId, flags, variables, async (target) => {
    const dir = corpusDir(flags.corpus);
    const corpus = dir === undefined ? [] : (await readCorpus(dir)).map((each) => each.case);
    const options = { runId, ...optionsFrom(flags, target), ...target, corpus };
    await prepareReportDir(flags.reportDir);
    const exchanges = new ExchangeLogFile(flags.reportDir);
    try {
      const found: Counterexample[] = [];
      // The least that shows whether the MUSTs hold has no place for what consumers rely on.
      const pacts = flags.depth === 'quick' ? [] : await (await import('../pact-sources.ts')).ownPacts();
      const whole = await drive({ ...options, pacts, log: exchanges }, (event) => {
        if (event.kind === 'counterexample') found.push(event);
      });
      // What the suite's own faulty tenants do wrong is no news, unless somebody asks for it.
      const saveTo = flags.corpus ?? (target.targetKind === 'given' ? dir : undefined);
      const saved = saveTo === undefined ? [] : await saveCounterexamples(saveTo, found, whole);
      return { report: whole, extra: [await exchanges.finish(), ...saved] };
    } finally {
      await exchanges.abandon();
    }
  });
  await publishReport(report, flags, extra);
  process.exitCode = EXIT_CODES[report.verdict];
}

/** Says what a run would send, and sends nothing. */
function tellPlan(flags: RunFlags): void {
  const { kind } = readTarget(flags.target);
  const maxLive = flags.maxLive ?? (kind === 'given' ? LIVE_ON_A_TENANT : LIVE_ON_THE_MOCK);
  const lines = planLines({ ...flags, requirements: select(flags.only ?? []), maxLive });
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Somebody's tenant has few places for actions; nobody else needs those of the mock tenant. */
const LIVE_ON_A_TENANT = 1;
const LIVE_ON_THE_MOCK = 100;

function optionsFrom(
  flags: RunFlags,
  { targetKind }: Pick<TargetOptions, 'targetKind'>,
): Omit<RunOptions, keyof TargetOptions | 'runId'> {
  const only = flags.only ?? [];
  return {
    requirements: select(only),
    depth: flags.depth,
    seed: flags.seed,
    ...(flags.explore === undefined ? {} : { explore: flags.explore }),
    limits: {
      maxRequests: flags.maxRequests,
      maxCreates: flags.maxCreates,
      maxLive: flags.maxLive ?? (targetKind === 'given' ? LIVE_ON_A_TENANT : LIVE_ON_THE_MOCK),
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
      ...(only.length > 0 ? [`--only ${only.map(shellWord).join(' ')}`] : []),
    ].join(' '),
  };
}
