import process from 'node:process';
import { setImmediate as breathe } from 'node:timers/promises';

import ora from 'ora';

import { shellWord } from '../../driver/curl.ts';
import { messageOf, TargetError, UsageError } from '../../driver/errors.ts';
import { skippedWords } from '../../reports/deviation-words.ts';
import { visibleLine } from '../../reports/visible.ts';
import { Audit } from '../../runner/audit/audit.ts';
import type { Report } from '../../verdicts/report.ts';
import { clock } from '../clock.ts';
import { environmentRedactor } from '../environment.ts';
import { canRedraw } from '../progress.ts';
import { publishReport, type PublishFlags } from '../publish-report.ts';
import { recordingFiles, recordingSource } from '../recording-files.ts';
import { select } from '../select.ts';
import { thisSuite } from '../this-suite.ts';
import { prepareReportDir } from '../write-reports.ts';

/** Flags of `audit`, as commander parses them. */
export interface AuditFlags extends PublishFlags {
  /** ISO dates and times. */
  readonly since?: string;
  readonly until?: string;
  readonly asOf?: string;
  readonly only?: readonly string[];
}

/**
 * Judges recorded traffic, writes the report, shows its end and sets the exit code.
 *
 * @throws UsageError when nothing could be read.
 * @throws TargetError when nothing that was read concerns actions.
 */
export async function auditCommand(named: readonly string[], flags: AuditFlags): Promise<void> {
  const startedAt = clock.now();
  const { since, until, asOf } = flags;
  const audit = new Audit({
    requirements: select(flags.only ?? []),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(asOf === undefined ? {} : { asOf }),
  });
  await prepareReportDir(flags.reportDir);
  await readAll(audit, recordingFiles(named));
  const { files, judged, outside, undated } = audit.totals;
  if (files.unreadable === files.given) {
    throw new UsageError(
      'NOTHING_READ',
      'none of the recordings could be read',
      'Give HAR, nock, go-vcr, VCR, Polly, Charles, Postman or WireMock recordings.',
    );
  }
  if (judged === 0) {
    throw new TargetError(
      'NOTHING_RELEVANT',
      outside + undated > 0
        ? `none of the ${outside + undated} exchanges about actions is known to lie within the dates`
        : 'no recording has an exchange about actions',
      outside + undated > 0
        ? 'Give another --since or --until.'
        : 'Requests to /api/v2/actions/actions are judged.',
    );
  }
  const facts = {
    suite: thisSuite,
    only: flags.only ?? [],
    reproduce: commandLine(named, flags),
    startedAt,
  };
  const report = audit.report(facts, clock.now());
  await publishReport(report, flags, environmentRedactor(process.env, process.argv));
  process.exitCode = exitCode(report);
}

/** What recordings happen not to show says nothing against a target: that leaves an audit partial, and yet in order. */
function exitCode({ verdict, counts }: Report): number {
  if (verdict === 'not-conformant') return 1;
  return counts.all.errored > 0 ? 3 : 0;
}

/** Reads one file after the other; each that is passed over, as a whole or in part, is told on a line of stderr. */
async function readAll(audit: Audit, files: readonly string[]): Promise<void> {
  const live = canRedraw(process.stderr);
  const spinner = ora({ stream: process.stderr, isEnabled: live, isSilent: !live, discardStdin: false });
  spinner.start('reading');
  audit.totals.onSkip = (skipped) => {
    if (live) spinner.clear();
    process.stderr.write(`${visibleLine(skippedWords(skipped))}\n`);
  };
  for (const [index, file] of files.entries()) {
    spinner.text = `${index + 1} of ${files.length} files, ${audit.totals.judged} exchanges judged`;
    if (live) await breathe();
    try {
      audit.add(file, recordingSource(file));
    } catch (error) {
      audit.noteUnreadable(file, messageOf(error));
    }
  }
  spinner.stop();
}

function commandLine(named: readonly string[], { since, until, asOf, only = [] }: AuditFlags): string {
  return [
    'npx actions-conformance audit',
    ...named.map(shellWord),
    ...(since === undefined ? [] : [`--since ${since}`]),
    ...(until === undefined ? [] : [`--until ${until}`]),
    ...(asOf === undefined ? [] : [`--as-of ${asOf}`]),
    ...(only.length > 0 ? [`--only ${only.map(shellWord).join(' ')}`] : []),
  ].join(' ');
}
