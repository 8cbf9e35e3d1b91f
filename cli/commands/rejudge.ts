import process from 'node:process';

import { shellWord } from '../../driver/curl.ts';
import { UsageError } from '../../driver/errors.ts';
import { rejudge } from '../../runner/rejudge.ts';
import { EXIT_CODES } from '../../verdicts/overall.ts';
import { clock } from '../clock.ts';
import { environmentRedactor } from '../environment.ts';
import { publishReport, type PublishFlags } from '../publish-report.ts';
import { select } from '../select.ts';
import { readStoredReport } from '../stored-report.ts';
import { thisSuite } from '../this-suite.ts';
import { prepareReportDir } from '../write-reports.ts';

/** Flags of `rejudge`, as commander parses them. */
export type RejudgeFlags = PublishFlags;

/**
 * Judges the exchanges of a stored report again, writes the new report, shows its end and sets the exit code.
 *
 * @throws UsageError when the file is no report of a run.
 */
export async function rejudgeCommand(path: string, flags: RejudgeFlags): Promise<void> {
  const startedAt = clock.now();
  const stored = readStoredReport(path);
  if (stored.cases.length > 0 && stored.cases.every(({ phase }) => phase === 'pacts')) {
    throw new UsageError(
      'OF_PACTS',
      `${path} tells of nothing but interactions of pacts, which only Pact's Verifier can judge`,
      'Play them again with pact verify.',
    );
  }
  await prepareReportDir(flags.reportDir);
  const report = rejudge(stored, select(stored.only), {
    suite: thisSuite,
    reproduce: `npx actions-conformance rejudge ${shellWord(path)}`,
    startedAt,
  });
  await publishReport(report, flags, environmentRedactor(process.env, process.argv));
  process.exitCode = EXIT_CODES[report.verdict];
}
