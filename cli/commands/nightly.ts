import { dirname } from 'node:path';
import process from 'node:process';

import type { Baseline } from '../../changes/baseline.ts';
import type { Change } from '../../changes/change.ts';
import { compare } from '../../changes/compare.ts';
import { NIGHT_EXIT_CODES } from '../../changes/conclude-night.ts';
import { figuresOf } from '../../changes/figures.ts';
import { TREND_NIGHTS } from '../../changes/trends.ts';
import { TargetError } from '../../driver/errors.ts';
import { assertLatest, assertNew } from '../../history/assert-new.ts';
import { openHistory, told } from '../../history/open-history.ts';
import { readKnown } from '../../history/read-known.ts';
import { readTrends } from '../../history/read-trends.ts';
import { recordNight } from '../../history/record-night.ts';
import { renderChangeConsole } from '../../reports/change-console.ts';
import { renderChangeJson, renderNight } from '../../reports/render-night.ts';
import { readBaseline } from '../baseline-file.ts';
import { clock } from '../clock.ts';
import { judgeTonight, readStored, storedTonight, type JudgedNight } from '../judge-tonight.ts';
import { COULD_NOT_SWEEP } from '../leftovers.ts';
import { makeFolder } from '../make-folder.ts';
import { notify, webhookFrom } from '../notify.ts';
import { print } from '../print.ts';
import { publishReport } from '../publish-report.ts';
import { rememberUnjudged, saysNothing } from '../remember-unjudged.ts';
import { searchSecrets } from '../search-secrets.ts';
import { reportedName, targetName } from '../target-name.ts';
import { writeFormats } from '../write-formats.ts';
import type { RunFlags } from './run.ts';

/** Flags of `nightly`, as commander parses them. */
export interface NightlyFlags extends Omit<RunFlags, 'shard'> {
  readonly history: string;
  readonly baselines: string;
  readonly name?: string;
  /** How often the case of a new deviation is sent again. */
  readonly resend: number;
  readonly webhook?: string;
  /** A report of a run that was made before, instead of a run. */
  readonly report?: string;
}

/** What a night is compared with, and the address that is told of it. */
interface Memory {
  readonly history: ReturnType<typeof openHistory>;
  readonly baseline: Baseline | undefined;
  readonly webhook: string | undefined;
}

/** Runs the suite, compares the night with those before it and with what was accepted, and tells what changed. */
export async function nightlyCommand(flags: NightlyFlags, variables: NodeJS.ProcessEnv): Promise<void> {
  const stored = flags.report === undefined ? undefined : await readStored(flags.report);
  const target = stored === undefined ? targetName(flags) : reportedName(stored, flags.name);
  const webhook = webhookFrom(flags, variables);
  const baseline = readBaseline(flags.baselines, target);
  const history = told(flags.history, () => {
    makeFolder(dirname(flags.history));
    return openHistory(flags.history, { create: true });
  });
  try {
    told(flags.history, () => {
      // Of a history that is damaged nobody wants to hear after an hour.
      readKnown(history, target);
      if (stored === undefined) assertLatest(history, target, clock.now());
      else assertNew(history, target, stored);
    });
    const judged =
      stored === undefined
        ? await judgeTonight(flags, variables, { target, history })
        : await storedTonight(stored, flags, target);
    if (saysNothing(judged.report)) {
      await publishUnjudged(flags, judged, { target, history });
      return;
    }
    await publishNight(flags, judged, { history, baseline, webhook });
  } finally {
    history.close();
  }
}

/** Writes the report of a night of which nothing is known, which says why, and has it remembered as such. */
async function publishUnjudged(
  { json, ...flags }: NightlyFlags,
  { report, redactor, extra }: JudgedNight,
  { target, history }: { readonly target: string; readonly history: ReturnType<typeof openHistory> },
): Promise<void> {
  rememberUnjudged(report, { target, path: flags.history, history });
  if (json) {
    await extra.add(writeFormats(flags.reportDir, report, flags.format));
    await searchSecrets(extra.files, redactor);
    extra.assertAll();
    // Nothing is known to have changed, and so there is no change to print.
    throw new TargetError('NOT_JUDGED', report.summary);
  }
  await publishReport(report, flags, redactor, extra);
  process.exitCode = NIGHT_EXIT_CODES['not-judged'];
}

/** Has a night remembered, writes its report and shows what changed. */
async function publishNight(flags: NightlyFlags, judged: JudgedNight, memory: Memory): Promise<void> {
  const { format, json, reportDir } = flags;
  const { report, extra, redactor, unreadLedgers } = judged;
  const write = async (instead?: ReadonlyMap<string, string>): Promise<void> => {
    await extra.add(writeFormats(reportDir, report, format, instead));
    await searchSecrets(extra.files, redactor);
  };
  const { change, rendered } = await remember(flags, judged, memory).catch(async (error: unknown) => {
    // A history that takes no more must not cost what the run found out.
    await write();
    throw error;
  });
  try {
    await write(rendered);
  } finally {
    // Also where a secret stood in the report: to the next night this one is known, and it would tell nobody.
    const colour = process.stdout.isTTY && process.stdout.hasColors() && !process.env['NO_COLOR'];
    print(
      json ? renderChangeJson(change) : renderChangeConsole(change, report, { colour, files: extra.files }),
      redactor,
    );
    process.exitCode = NIGHT_EXIT_CODES[change.verdict] || (unreadLedgers > 0 ? COULD_NOT_SWEEP : 0);
    const { webhook } = memory;
    if (change.verdict === 'regression' && webhook !== undefined) await notify(webhook, change);
  }
  extra.assertAll();
}

/**
 * Remembers a night, compared with those before, and renders what changed.
 *
 * @throws HistoryError when the history cannot be used.
 * @throws Error where a secret would be remembered.
 */
async function remember(
  { format, history: path }: Pick<NightlyFlags, 'format' | 'history'>,
  { report, tonight, redactor }: JudgedNight,
  { history, baseline }: Memory,
): Promise<{ readonly change: Change; readonly rendered: ReadonlyMap<string, string> }> {
  const night = { tonight, report, figures: figuresOf(report) };
  const { change, trends } = told(path, () => ({
    change: recordNight(history, night, (now, known) => {
      const compared = compare(now, known, baseline);
      // The search of what is written deletes files: it could take nothing out of a history.
      if (redactor.reveals(JSON.stringify([compared, now, night.figures])))
        throw new Error('a secret stood in what was to be remembered of the night, and so nothing was');
      return compared;
    }),
    trends: readTrends(history, tonight.target, TREND_NIGHTS),
  }));
  return { change, rendered: await renderNight({ report, change, trends }, format) };
}
