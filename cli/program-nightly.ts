import process from 'node:process';

import type { Command } from 'commander';

import type { AcceptFlags, BaselineFlags } from './commands/baseline.ts';
import type { HistoryFlags } from './commands/history.ts';
import type { NightlyFlags } from './commands/nightly.ts';
import { formatOption } from './format-option.ts';
import { integer, targetLabel } from './parse-option.ts';
import type { PublishFlags } from './publish-report.ts';
import { suiteOptions } from './suite-options.ts';

const BASELINES = 'reports/baselines';
const HISTORY = '.conformance/history.db';

/** Adds the commands around nights: what is compared, kept and accepted. */
export function addNightly(root: Command): void {
  const nightly = root
    .command('nightly')
    .description(
      'run, compare with the nights before and with what was accepted, and tell only what changed',
    );
  suiteOptions(nightly)
    .option('--history <file>', 'where nights are remembered', HISTORY)
    .option('--baselines <dir>', 'where accepted deviations are', BASELINES)
    .option('--name <name>', 'name of the target in history and baseline (default: its address)', targetLabel)
    .option('--resend <n>', 'send the case of each new deviation this many times more', integer(0, 20), 4)
    .option('--webhook <url>', 'tell regressions there, as to Slack (better: CONFORMANCE_WEBHOOK)')
    .option('--report <file>', 'compare this report.json of a run, such as a merged one, and send nothing')
    .option('--json', 'print what changed on stdout, and nothing else there')
    .addHelpText(
      'after',
      `
Exit codes:
  0  no regression       2  wrong usage or configuration
  1  regression          3  could not judge: partial, unreachable, or not let in

A regression is a broken MUST that nobody accepted, or a broken SHOULD that is new. See
docs/nightly.md.

Examples:
  $ actions-conformance nightly --target https://example.eu.auth0.com
  $ actions-conformance baseline accept --target https://example.eu.auth0.com \\
      --reason 'reported as case 1234' --owner platform@example.com --expires 90d`,
    )
    .action(async (flags: NightlyFlags) =>
      (await import('./commands/nightly.ts')).nightlyCommand(flags, process.env),
    );
  addHistory(root.command('history').description('what is remembered of the nights'));
  addBaseline(root.command('baseline').description('the deviations of a target that were accepted'));
  root
    .command('report')
    .description('work on reports')
    .command('merge')
    .description('make one report of the shards of a run, or a matrix of many targets')
    .argument('<report...>', 'report.json of each')
    .option('--report-dir <dir>', 'where the merged report goes', 'reports/out')
    .addOption(formatOption())
    .option('--json', 'print the merged report on stdout, and nothing else there')
    .option('--debug', 'show where an error came from')
    .action(async (paths: readonly string[], flags: PublishFlags) =>
      (await import('./commands/merge.ts')).mergeCommand(paths, flags),
    );
}

function addHistory(history: Command): void {
  ofHistory(history.command('list', { isDefault: true }))
    .description('list the nights, the latest first')
    .option('--limit <n>', 'at most this many', integer(1), 30)
    .option('--json', 'as JSON')
    .action(async (flags: HistoryFlags) => (await import('./commands/history.ts')).listNights(flags));
  ofHistory(history.command('show'))
    .description('show one night: what changed, and what was measured')
    .argument('[night]', 'its number in the list; the latest when left out', integer(1))
    .option('--json', 'as JSON')
    .action(async (night: number | undefined, flags: HistoryFlags) =>
      (await import('./commands/history.ts')).showNight(night, flags),
    );
  ofHistory(history.command('export'))
    .description('print everything that is remembered as JSON lines')
    .action(async (flags: HistoryFlags) => (await import('./commands/history.ts')).exportHistory(flags));
}

function addBaseline(baseline: Command): void {
  ofBaseline(baseline.command('show', { isDefault: true }))
    .description('show what was accepted, by whom, why and until when')
    .option('--json', 'as JSON')
    .action(async (flags: BaselineFlags) => (await import('./commands/baseline.ts')).showBaseline(flags));
  ofBaseline(baseline.command('accept'))
    .description('accept what the last night showed, for a time: writes a file to be reviewed and committed')
    .argument('[cause...]', 'these deviations only: a cause, or a glob of requirements')
    .option('--history <file>', 'where nights are remembered', HISTORY)
    .option('--report <file>', 'accept what this report.json shows instead')
    .option('--reason <text>', 'why it is no reason to wake anybody')
    .option('--owner <who>', 'who answers for it')
    .option('--expires <when>', 'last day on which it is accepted: a date, or days such as 90d', '90d')
    .action(async (causes: readonly string[], flags: AcceptFlags) =>
      (await import('./commands/baseline.ts')).acceptDeviations(causes, flags),
    );
  ofBaseline(baseline.command('prune'))
    .description('strike what the last night found fixed or gone')
    .option('--history <file>', 'where nights are remembered', HISTORY)
    .action(async (flags: AcceptFlags) => (await import('./commands/baseline.ts')).pruneBaseline(flags));
}

const ofHistory = (command: Command): Command =>
  command
    .option('--history <file>', 'where nights are remembered', HISTORY)
    .option('--name <name>', 'only this target')
    .option('--debug', 'show where an error came from');

const ofBaseline = (command: Command): Command =>
  command
    .option('--target <url>', 'the target, as `nightly` was given it', 'mock:documented')
    .option('--name <name>', 'name of the target in history and baseline (default: its address)', targetLabel)
    .option('--baselines <dir>', 'where accepted deviations are', BASELINES)
    .option('--debug', 'show where an error came from');
