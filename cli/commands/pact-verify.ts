import process from 'node:process';

import packageJson from '../../package.json' with { type: 'json' };
import { shellWord } from '../../driver/curl.ts';
import { UsageError } from '../../driver/errors.ts';
import type { Redactor } from '../../driver/redaction.ts';
import { Transport } from '../../driver/transport.ts';
import { BrokerPacts } from '../../pacts/broker-pacts.ts';
import { recordVersion, type BrokerAccess, type Version } from '../../pacts/broker.ts';
import { forOthers } from '../../pacts/check-pact.ts';
import { operationOf } from '../../pacts/endpoint.ts';
import type { Pact } from '../../pacts/pact.ts';
import { EXIT_CODES } from '../../verdicts/overall.ts';
import type { Report } from '../../verdicts/report.ts';
import { visibleLine } from '../../reports/visible.ts';
import { brokerAccess, versionFrom } from '../broker-access.ts';
import { clock } from '../clock.ts';
import { drive } from '../drive.ts';
import { environmentRedactor, readBrokerAccess } from '../environment.ts';
import { newRunId } from '../new-run-id.ts';
import { loadPacts, ownPacts } from '../pact-sources.ts';
import { select } from '../select.ts';
import { prepareReportDir } from '../write-reports.ts';
import { publishReport, type PublishFlags } from '../publish-report.ts';
import { thisSuite } from '../this-suite.ts';
import { withTarget, type TargetFlags } from '../with-target.ts';

/** Flags of `pact verify`, as commander parses them. */
export interface PactVerifyFlags extends TargetFlags, PublishFlags {
  readonly pacts?: string;
  readonly broker?: true;
  readonly provider: string;
  readonly publish?: true;
  readonly providerVersion?: string;
  readonly branch?: string;
  readonly tag?: readonly string[];
}

/** What a verification may cost: some forty requests are what the suite's own pacts take. */
const LIMITS = { maxRequests: 2000, maxCreates: 1000, maxLive: 1, maxTimeMs: 3_600_000 };

/** More than the suite's own pacts take, so that it is met only where a pact asks for it to be spent. */
const RATE_LIMIT = { burst: 100, perSecond: 1 };

/** Verifies pacts, writes the report, tells the broker if asked, and sets the exit code. */
export async function pactVerifyCommand(flags: PactVerifyFlags, variables: NodeJS.ProcessEnv): Promise<void> {
  const broker = flags.broker === true ? brokerAccess(variables, flags.origins) : undefined;
  if (flags.publish === true && broker === undefined) {
    throw new UsageError(
      'NOT_FROM_BROKER',
      '--publish is for pacts that come from the broker',
      'Add --broker.',
    );
  }
  if (broker !== undefined && flags.pacts !== undefined) {
    throw new UsageError(
      'TWO_SOURCES',
      '--broker and --pacts name two sources of pacts',
      'Give one of them.',
    );
  }
  const version = flags.publish === true ? await providerVersion(flags, variables) : undefined;
  const transport = new Transport();
  try {
    const reader = broker === undefined ? undefined : new BrokerPacts(transport, broker);
    const pacts =
      reader === undefined
        ? await (flags.pacts === undefined
            ? ownPacts()
            : loadPacts(flags.pacts, readBrokerAccess(variables, flags.origins)))
        : await reader.forVerification(flags.provider);
    assertSomethingToVerify(pacts, flags);
    const redactor = environmentRedactor(variables, process.argv);
    const report = await verify(flags, pacts, variables, redactor);
    await publishReport(report, flags, redactor);
    if (reader !== undefined && broker !== undefined && version !== undefined) {
      await publish(reader, broker, { pacts, version, report, provider: flags.provider });
    }
    process.exitCode = EXIT_CODES[report.verdict];
  } finally {
    await transport.close();
  }
}

const providerVersion = (
  { providerVersion: version, branch, tag }: PactVerifyFlags,
  variables: NodeJS.ProcessEnv,
): Promise<Version> => versionFrom({ version, branch, tag }, '--provider-version', variables);

function assertSomethingToVerify(pacts: readonly Pact[], { provider }: PactVerifyFlags): void {
  if (pacts.length === 0) throw new UsageError('NO_PACTS', `the broker has no pacts for ${provider}`);
  for (const pact of pacts) {
    const others = pact.interactions.filter(({ request }) => operationOf(request) === undefined);
    if (others.length === pact.interactions.length) throw forOthers(pact);
    for (const { description, request } of others) {
      process.stderr.write(
        `${visibleLine(`left out: ${pact.consumer}: ${description}: ${request.method} ${request.path} is another endpoint`)}\n`,
      );
    }
  }
}

async function verify(
  flags: PactVerifyFlags,
  pacts: readonly Pact[],
  variables: NodeJS.ProcessEnv,
  redactor: Redactor,
): Promise<Report> {
  const runId = newRunId();
  const referred = new Set(
    pacts.flatMap(({ interactions }) => interactions.flatMap((each) => each.requirements)),
  );
  await prepareReportDir(flags.reportDir);
  return await withTarget(
    runId,
    flags,
    variables,
    (target) =>
      drive({
        ...target,
        runId,
        redactor,
        pacts,
        pactsAlone: true,
        requirements: select([]).filter(({ id }) => referred.has(id)),
        depth: 'standard',
        seed: 1,
        limits: LIMITS,
        time: clock,
        startedAt: clock.now(),
        suite: thisSuite,
        only: [],
        reproduce: [
          'npx actions-conformance pact verify',
          `--target ${shellWord(flags.target)}`,
          ...(flags.pacts === undefined ? [] : [`--pacts ${shellWord(flags.pacts)}`]),
          ...(flags.broker === true ? [`--broker --provider ${shellWord(flags.provider)}`] : []),
        ].join(' '),
      }),
    { rateLimit: RATE_LIMIT },
  );
}

interface Verified {
  readonly pacts: readonly Pact[];
  readonly version: Version;
  readonly report: Report;
  readonly provider: string;
}

/** Tells the broker of each pact whether it is kept; what was not exercised as a whole, it is told nothing of. */
async function publish(
  reader: BrokerPacts,
  access: BrokerAccess,
  { pacts, version, report, provider }: Verified,
): Promise<void> {
  await recordVersion(provider, version, access);
  for (const pact of pacts) {
    const played = report.interactions.filter(({ consumer }) => consumer === pact.consumer);
    const failed = played.some(({ outcome }) => outcome === 'failed');
    const whole =
      pact.messages === 0 &&
      pact.interactions.every(({ request }) => operationOf(request) !== undefined) &&
      played.every(({ outcome }) => outcome !== 'not-exercised');
    if (!failed && !whole) {
      process.stderr.write(
        `${visibleLine(`not published: ${pact.consumer}: some of its interactions were not exercised`)}\n`,
      );
      continue;
    }
    await reader.publishResult(pact, {
      success: !failed,
      providerApplicationVersion: version.number,
      verifiedBy: { implementation: packageJson.name, version: packageJson.version },
    });
    process.stderr.write(
      `${visibleLine(`published: ${pact.consumer}: ${failed ? 'failed' : 'verified'}`)}\n`,
    );
  }
}
