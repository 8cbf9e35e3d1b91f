import process from 'node:process';

import { toResend } from '../changes/to-resend.ts';
import { tonightOf, type Tonight } from '../changes/tonight.ts';
import { UsageError } from '../driver/errors.ts';
import type { Redactor } from '../driver/redaction.ts';
import { HistoryError } from '../history/history-error.ts';
import { told, type openHistory } from '../history/open-history.ts';
import { readKnown } from '../history/read-known.ts';
import { visibleLine } from '../reports/visible.ts';
import { describeSuite } from '../runner/results.ts';
import { everyPlanned } from '../runner/plan-of.ts';
import type { Report } from '../verdicts/report.ts';
import { judgeTarget, type RunFlags } from './commands/run.ts';
import { environmentRedactor } from './environment.ts';
import { readReport } from './read-report.ts';
import { resendNews } from './resend-news.ts';
import { select } from './select.ts';
import { thisSuite } from './this-suite.ts';
import { prepareReportDir } from './write-reports.ts';
import { Written } from './written.ts';

/** What came of a night, however it was judged. */
export interface JudgedNight {
  readonly report: Report;
  readonly tonight: Tonight;
  /** Files that were written already, and belong to its report. */
  readonly extra: Written;
  /** Knows the secrets of the run, none of which a file may hold. */
  readonly redactor: Redactor;
  /** Ledgers of earlier runs that could not be read. */
  readonly unreadLedgers: number;
}

/** Runs the suite, and sends again what is new to the history. */
export async function judgeTonight(
  flags: Omit<RunFlags, 'shard'> & { readonly resend: number; readonly history: string },
  variables: NodeJS.ProcessEnv,
  { target, history }: { readonly target: string; readonly history: ReturnType<typeof openHistory> },
): Promise<JudgedNight> {
  const judgement = await judgeTarget(flags, variables, async (judged) => {
    const plan = everyPlanned(judged.options);
    const facts = { target, planned: new Set(plan.map(({ id }) => id)) };
    const wanted = newsTo(history, flags.history, tonightOf(judged.report, facts));
    const cases = new Map([...plan.map((each) => [each.id, each] as const), ...judged.telling]);
    return { ...facts, ...(await resendNews(judged, wanted, { cases, times: flags.resend })) };
  });
  const { extra, redactor, unreadLedgers, after } = judgement;
  return {
    report: after.report,
    tonight: tonightOf(after.report, after),
    extra,
    redactor,
    unreadLedgers,
  };
}

/** What is new to a history, and to be sent again; nothing where it cannot be asked, which takes nothing from the night. */
function newsTo(
  history: ReturnType<typeof openHistory>,
  path: string,
  tonight: Tonight,
): ReturnType<typeof toResend> {
  try {
    return toResend(
      tonight,
      told(path, () => readKnown(history, tonight.target)),
    );
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    process.stderr.write(`nothing was sent again: ${visibleLine(error.message)}\n`);
    return [];
  }
}

/**
 * Reads a report that is to be taken for a night, such as one that was merged of shards.
 *
 * @throws UsageError when it is no report of a whole run of this version of the suite.
 */
export async function readStored(path: string): Promise<Report> {
  const report = readReport(path);
  const { depth, shard, suite } = report;
  if (shard !== undefined)
    throw unfit(`${path} is shard ${shard.index} of ${shard.count}`, 'Merge them first: report merge.');
  if (depth === 'passive' || report.rejudged !== undefined) {
    throw unfit(
      `${path} is no report of a run`,
      'Give the report.json that run or report merge has written.',
    );
  }
  if (suite.catalogueDigest !== describeSuite(thisSuite).catalogueDigest) {
    throw unfit(
      `${path} was made with another catalogue of requirements`,
      'Run it again with this version of the suite.',
    );
  }
  return report;
}

/** Takes a report for the night: nothing is sent, and so nothing again. */
export async function storedTonight(
  report: Report,
  { reportDir }: Pick<RunFlags, 'reportDir'>,
  target: string,
): Promise<JudgedNight> {
  await prepareReportDir(reportDir);
  const { depth, only } = report;
  const plan = depth === 'passive' ? [] : everyPlanned({ requirements: select(only), depth });
  const planned = new Set(plan.map(({ id }) => id));
  return {
    report,
    tonight: tonightOf(report, { target, planned }),
    extra: new Written(),
    unreadLedgers: 0,
    redactor: environmentRedactor(process.env, process.argv),
  };
}

const unfit = (message: string, hint: string): UsageError => new UsageError('UNFIT_REPORT', message, hint);
