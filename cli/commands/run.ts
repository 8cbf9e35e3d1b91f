import { randomBytes } from 'node:crypto';
import process from 'node:process';

import packageJson from '../../package.json' with { type: 'json' };
import selfValidation from '../../reports/self-validation.json' with { type: 'json' };
import type { Depth } from '../../contracts/exercise.ts';
import { shellWord } from '../../driver/curl.ts';
import type { MockTenantOptions } from '../../fixtures/tenant/mock-tenant.ts';
import { startMockTenant } from '../../fixtures/tenant/start-mock-tenant.ts';
import { renderConsole } from '../../reports/console.ts';
import { renderers } from '../../reports/render.ts';
import { run, type RunOptions } from '../../runner/run.ts';
import { EXIT_CODES } from '../../verdicts/overall.ts';
import type { Report } from '../../verdicts/report.ts';
import { checkAllowed } from '../allow-tenant.ts';
import { clock } from '../clock.ts';
import { readEnvironment } from '../environment.ts';
import { ExchangeLogFile } from '../exchange-log.ts';
import { LedgerFile } from '../ledger-file.ts';
import { readLeftovers } from '../leftovers.ts';
import { canRedraw, liveProgress, plainProgress, type Progress } from '../progress.ts';
import { planLines } from '../plan-lines.ts';
import { select } from '../select.ts';
import { accessTo, readTarget, type Target } from '../target.ts';
import { prepareReportDir, writeReports } from '../write-reports.ts';

/** Flags of `run`, as commander parses them. */
export interface RunFlags {
  readonly target: string;
  readonly token?: string;
  readonly limitedToken?: string;
  readonly audience?: string;
  readonly allowTenant?: readonly string[];
  readonly dryRun?: true;
  readonly reportDir: string;
  readonly stateDir: string;
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
  readonly json?: true;
}

/** Runs the suite, writes the report, shows its end and sets the exit code. */
export async function runCommand(flags: RunFlags, variables: NodeJS.ProcessEnv): Promise<void> {
  if (flags.dryRun) return tellPlan(flags);
  const runId = randomBytes(4).toString('hex');
  const { report, log } = await withTarget(runId, flags, variables, async (target) => {
    const options = { runId, ...optionsFrom(flags, target), ...target };
    await prepareReportDir(flags.reportDir);
    const exchanges = new ExchangeLogFile(flags.reportDir);
    try {
      const whole = await drive({ ...options, log: exchanges }, canRedraw(process.stderr));
      return { report: whole, log: await exchanges.finish() };
    } finally {
      await exchanges.abandon();
    }
  });
  const reports = await writeReports(
    flags.reportDir,
    new Map(Object.entries(renderers).map(([name, render]) => [name, render(report)])),
  );
  const files = [...reports, log];
  const colour = process.stdout.isTTY && process.stdout.hasColors() && !process.env['NO_COLOR'];
  process.stdout.write(
    flags.json ? renderers['report.json'](report) : renderConsole(report, { colour, files }),
  );
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

type TargetOptions = Pick<
  RunOptions,
  'base' | 'access' | 'targetKind' | 'unscopedToken' | 'journal' | 'leftovers'
>;

async function withTarget<T>(
  runId: string,
  flags: RunFlags,
  variables: NodeJS.ProcessEnv,
  use: (target: TargetOptions) => Promise<T>,
): Promise<T> {
  const target = readTarget(flags.target);
  if (target.kind === 'given') {
    const environment = readEnvironment(variables);
    const unscopedToken = flags.limitedToken ?? environment.limitedToken;
    const { base } = target;
    const access = accessTo(base, flags.token, environment, flags.audience);
    await checkAllowed(base, flags.allowTenant ?? [], flags.stateDir);
    const now = clock.now();
    const leftovers = readLeftovers(flags.stateDir, base, now);
    const journal = new LedgerFile(flags.stateDir, { run: runId, target: base, startedAt: now });
    try {
      return await use({
        base,
        targetKind: 'given',
        access,
        journal,
        leftovers,
        ...(unscopedToken === undefined ? {} : { unscopedToken }),
      });
    } finally {
      journal.close();
    }
  }
  const tenant = await startMockTenant(await tenantOptions(target));
  try {
    const { clientId, clientSecret, audience } = tenant;
    return await use({
      base: tenant.url,
      targetKind: `embedded mock (${target.kind === 'mutant' ? target.name : target.like})`,
      access: { by: 'client', clientId, clientSecret, audience },
      unscopedToken: await tenant.token(['read:actions']),
    });
  } finally {
    await tenant.close();
  }
}

async function tenantOptions(target: Exclude<Target, { kind: 'given' }>): Promise<MockTenantOptions> {
  if (target.kind === 'embedded') return { like: target.like };
  // The shelf is long, and hardly any run needs it.
  const { mutantNamed } = await import('../mutant.ts');
  return { wrap: mutantNamed(target.name).wrap };
}

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
    suite: { name: packageJson.name, version: packageJson.version, selfValidation },
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

/** Drives the run to its end. A signal stops it after the case under way; a second one stops at once. */
async function drive(options: RunOptions, live: boolean): Promise<Report> {
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, interrupt);
  const progress: Progress = live
    ? liveProgress(process.stderr)
    : plainProgress((line) => process.stderr.write(`${line}\n`));
  try {
    const events = run({ ...options, signal: interruption.signal });
    for (;;) {
      const next = await events.next();
      if (next.done === true) return next.value;
      progress.show(next.value);
    }
  } finally {
    progress.end();
    for (const signal of signals) process.off(signal, interrupt);
  }
}
