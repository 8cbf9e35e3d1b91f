import process from 'node:process';

import { compare } from '../../changes/compare.ts';
import { NIGHT_EXIT_CODES } from '../../changes/conclude-night.ts';
import { figuresOf } from '../../changes/figures.ts';
import { toResend } from '../../changes/to-resend.ts';
import { tonightOf } from '../../changes/tonight.ts';
import { told, openHistory } from '../../history/open-history.ts';
import { readKnown } from '../../history/read-known.ts';
import { readTrends } from '../../history/read-trends.ts';
import { recordNight } from '../../history/record-night.ts';
import { renderChangeConsole } from '../../reports/change-console.ts';
import { renderChangeJson, renderNight } from '../../reports/render-night.ts';
import { planOf } from '../../runner/run.ts';
import { readBaseline } from '../baseline-file.ts';
import { notify, webhookFrom } from '../notify.ts';
import { resendNews } from '../resend-news.ts';
import { targetName } from '../target-name.ts';
import { searchSecrets } from '../search-secrets.ts';
import { writeFormats } from '../write-formats.ts';
import { judgeTarget, type RunFlags } from './run.ts';

/** Flags of `nightly`, as commander parses them. */
export interface NightlyFlags extends RunFlags {
  readonly history: string;
  readonly baselines: string;
  readonly name?: string;
  /** How often the case of a new deviation is sent again. */
  readonly resend: number;
  readonly webhook?: string;
}

/** Runs the suite, compares the night with those before it and with what was accepted, and tells what changed. */
export async function nightlyCommand(flags: NightlyFlags, variables: NodeJS.ProcessEnv): Promise<void> {
  const target = targetName(flags);
  const webhook = webhookFrom(flags.webhook, variables);
  const baseline = readBaseline(flags.baselines, target);
  const history = openHistory(flags.history, { create: true });
  try {
    const { report, extra, redactor, after } = await judgeTarget(flags, variables, async (judged) => {
      const plan = planOf(judged.options).cases;
      const facts = { target, planned: new Set(plan.map(({ id }) => id)) };
      const wanted = toResend(tonightOf(judged.report, facts), readKnown(history, target));
      const cases = new Map([...plan.map((each) => [each.id, each] as const), ...judged.telling]);
      return { ...facts, resent: await resendNews(judged, wanted, { cases, times: flags.resend }) };
    });
    const tonight = tonightOf(report, after);
    const night = { tonight, report, figures: figuresOf(report) };
    const { change, trends } = told(flags.history, () => ({
      change: recordNight(history, night, (now, known) => compare(now, known, baseline)),
      trends: readTrends(history, target),
    }));
    const rendered = await renderNight({ report, change, trends }, flags.format);
    const files = [...(await writeFormats(flags.reportDir, report, flags.format, rendered)), ...extra];
    await searchSecrets(files, redactor);
    const colour = process.stdout.isTTY && process.stdout.hasColors() && !process.env['NO_COLOR'];
    process.stdout.write(
      flags.json ? renderChangeJson(change) : renderChangeConsole(change, { colour, files }),
    );
    process.exitCode = NIGHT_EXIT_CODES[change.verdict];
    if (change.verdict === 'regression' && webhook !== undefined) await notify(webhook, change);
  } finally {
    history.close();
  }
}
