import { dirname } from 'node:path';
import process from 'node:process';

import { compare } from '../../changes/compare.ts';
import { NIGHT_EXIT_CODES } from '../../changes/conclude-night.ts';
import { figuresOf } from '../../changes/figures.ts';
import { TREND_NIGHTS } from '../../changes/trends.ts';
import { assertLatest, assertNew } from '../../history/assert-new.ts';
import { openHistory, told } from '../../history/open-history.ts';
import { readTrends } from '../../history/read-trends.ts';
import { recordNight } from '../../history/record-night.ts';
import { renderChangeConsole } from '../../reports/change-console.ts';
import { renderChangeJson, renderNight } from '../../reports/render-night.ts';
import { readBaseline } from '../baseline-file.ts';
import { clock } from '../clock.ts';
import { judgeOrRemember } from '../judge-or-remember.ts';
import { readStored, storedTonight, type JudgedNight } from '../judge-tonight.ts';
import { makeFolder } from '../make-folder.ts';
import { notify, webhookFrom } from '../notify.ts';
import { print } from '../print.ts';
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

type History = ReturnType<typeof openHistory>;

/** Runs the suite, compares the night with those before it and with what was accepted, and tells what changed. */
export async function nightlyCommand(flags: NightlyFlags, variables: NodeJS.ProcessEnv): Promise<void> {
  const stored = flags.report === undefined ? undefined : await readStored(flags.report);
  const target = stored === undefined ? targetName(flags) : reportedName(stored, flags.name);
  const webhook = webhookFrom(flags.webhook, variables);
  const baseline = readBaseline(flags.baselines, target);
  const history = told(flags.history, () => {
    makeFolder(dirname(flags.history));
    return openHistory(flags.history, { create: true });
  });
  try {
    if (stored === undefined) assertLatest(history, target, clock.now());
    else assertNew(history, target, stored);
    const judged =
      stored === undefined
        ? await judgeOrRemember(flags, variables, { target, history })
        : await storedTonight(stored, flags, target);
    const change = await publishNight(flags, judged, history, (night) =>
      recordNight(history, night, (now, known) => compare(now, known, baseline)),
    );
    process.exitCode = NIGHT_EXIT_CODES[change.verdict];
    if (change.verdict === 'regression' && webhook !== undefined) await notify(webhook, change);
  } finally {
    history.close();
  }
}

/** Remembers a night, writes its report and shows what changed. */
async function publishNight(
  { format, history: path, json, reportDir }: NightlyFlags,
  { report, tonight, extra, redactor }: JudgedNight,
  history: History,
  record: (night: Parameters<typeof recordNight>[1]) => ReturnType<typeof recordNight>,
): Promise<ReturnType<typeof recordNight>> {
  try {
    const { change, trends } = told(path, () => ({
      change: record({ tonight, report, figures: figuresOf(report) }),
      trends: readTrends(history, tonight.target, TREND_NIGHTS),
    }));
    const rendered = await renderNight({ report, change, trends }, format);
    const files = [...(await writeFormats(reportDir, report, format, rendered)), ...extra];
    await searchSecrets(files, redactor);
    const colour = process.stdout.isTTY && process.stdout.hasColors() && !process.env['NO_COLOR'];
    print(json ? renderChangeJson(change) : renderChangeConsole(change, { colour, files }), redactor);
    return change;
  } catch (error) {
    // A history that takes no more must not cost what the run found out.
    await writeFormats(reportDir, report, format);
    throw error;
  }
}
