import process from 'node:process';

import { Command, Option } from 'commander';

import type { AuditFlags } from './commands/audit.ts';
import type { DoctorFlags } from './commands/doctor.ts';
import type { DriftFlags } from './commands/drift.ts';
import type { ListFlags } from './commands/list.ts';
import type { MockFlags } from './commands/mock.ts';
import type { RejudgeFlags } from './commands/rejudge.ts';
import type { ReplayFlags } from './commands/replay.ts';
import type { RunFlags } from './commands/run.ts';
import type { SweepFlags } from './commands/sweep.ts';
import { usageError } from './command-line/usage-error.ts';
import { formatOption } from './format-option.ts';
import { addPacts } from './pact-program.ts';
import { limitedOptions } from './limited-options.ts';
import { integer, lasting, moment, rateLimit } from './parse-option.ts';
import { addNightly } from './program-nightly.ts';
import { addSettingOptions } from './settings/setting-options.ts';
import { useSettings } from './settings/use-settings.ts';
import { withVariable } from './settings/with-variable.ts';
import { knownVariables } from './settings/variable-names.ts';
import { parseShard } from './shard.ts';
import { STATE_DIR, suiteOptions } from './suite-options.ts';

/** The command line. Each command loads its own code, so that asking for help costs nothing. */
export function program(): Command {
  const root = new Command('actions-conformance')
    .description(
      "Judges a tenant by every documented promise of Auth0's create-action API, and writes a report.",
    )
    // It is asked of the whole, and by itself: see start.ts.
    .option('-V, --version', 'output the version number')
    // What follows a command is the command's: a flag that both know would be taken away from it.
    .enablePositionalOptions()
    .configureHelp({ optionDescription: withVariable })
    // Errors are told in one place, on one line.
    .configureOutput({ writeErr: () => undefined })
    .addHelpText(
      'after',
      `
Exit codes:
  0  conformant          2  wrong usage or configuration
  1  not conformant      3  could not judge: partial, unreachable, or not let in`,
    );
  suiteOptions(root.command('run', { isDefault: false }))
    .description('send every case to a target, judge the answers and write a report')
    .option('--shard <i/n>', 'send only this part of the plan, such as 1/4; see report merge', parseShard)
    .option('--dry-run', 'say what would be sent, and send nothing')
    .option('--print-config', 'say where each setting came from, and send nothing')
    .option('--json', 'print the report on stdout, and nothing else there')
    .addHelpText(
      'after',
      `
Credentials for a target come from --token, AUTH0_API_TOKEN, or AUTH0_CLIENT_ID and
AUTH0_CLIENT_SECRET, in this order. AUTH0_DOMAIN, when set, must name the target.
The limited token may come from AUTH0_LIMITED_TOKEN, or be asked for by AUTH0_LIMITED_CLIENT_ID
and AUTH0_LIMITED_CLIENT_SECRET.

Examples:
  $ actions-conformance run
  $ actions-conformance run --target https://example.eu.auth0.com --depth quick
  $ actions-conformance run --only 'request.name.*' '!*.echo'`,
    )
    .action(async (flags: RunFlags & { readonly printConfig?: true }, command: Command) => {
      if (flags.printConfig)
        return (await import('./settings/print-config.ts')).printConfig(command, process.env);
      await (await import('./commands/run.ts')).runCommand(flags, process.env);
    });
  root
    .command('replay')
    .description('send one case again, and say whether it still fails')
    .argument('<case>', 'a file of the corpus, report.json#<cause or requirement>, or the id of a case')
    .option('--target <url>', 'as of `run` (default: that of the report, if one is given)', 'mock:documented')
    .option('--allow-tenant <domain...>', 'as of `run`')
    .option('--token <token>', 'access token for the target (better: AUTH0_API_TOKEN)')
    .option('--corpus <dir>', 'folder of the counterexamples (default: that of the target below --state-dir)')
    .option('--max-live <n>', 'as of `run`', integer(1))
    .option('--state-dir <dir>', 'where it is noted what is on a tenant, until it is deleted', STATE_DIR)
    .option('--debug', 'show where an error came from')
    .addHelpText(
      'after',
      `
Exit codes: 0 it no longer fails, 1 it still fails, 2 wrong usage, 3 could not judge.

Examples:
  $ actions-conformance replay reports/out/report.json#request.name.echo
  $ actions-conformance replay request.name.echo-0b04cb18d7d0.json --target https://example.eu.auth0.com`,
    )
    .action(async (what: string, flags: ReplayFlags) =>
      (await import('./commands/replay.ts')).replayCommand(what, flags, process.env),
    );
  root
    .command('audit')
    .description('judge traffic that was already recorded, without sending anything')
    .argument('<file...>', 'recordings, folders of them, or globs: HAR, nock, go-vcr, VCR, Polly and others')
    .option('--since <date>', 'leave out what was recorded before this date', moment('start'))
    .option('--until <date>', 'leave out what was recorded after this date', moment('end'))
    .option(
      '--as-of <date>',
      'the day of what no recording dates, whose facts it is judged by',
      moment('start'),
    )
    .option('--report-dir <dir>', 'where the report goes', 'reports/out')
    .addOption(formatOption())
    .option('--only <glob...>', 'judge these requirements only; with ! before it, all but these')
    .option('--json', 'print the report on stdout, and nothing else there')
    .option('--debug', 'show where an error came from')
    .addHelpText(
      'after',
      `
Exit codes: 0 nothing recorded breaks a MUST, 1 something does, 2 nothing could be read,
3 nothing that was read concerns actions. Requests that are invalid or deprecated are
listed beside it.

Examples:
  $ actions-conformance audit test/data/recordings
  $ actions-conformance audit '**/*.har' --since 2025-01-01`,
    )
    .action(async (files: readonly string[], flags: AuditFlags) =>
      (await import('./commands/audit.ts')).auditCommand(files, flags),
    );
  root
    .command('rejudge')
    .description("judge a stored report's exchanges again with this suite, without sending anything")
    .argument('<report.json>', 'what a run has written')
    .option('--report-dir <dir>', 'where the new report goes', 'reports/out')
    .addOption(formatOption())
    .option('--json', 'print the report on stdout, and nothing else there')
    .option('--debug', 'show where an error came from')
    .action(async (path: string, flags: RejudgeFlags) =>
      (await import('./commands/rejudge.ts')).rejudgeCommand(path, flags),
    );
  root
    .command('drift')
    .description('compare an OpenAPI description, or the documentation page, with the contract')
    .argument('<source>', 'file or URL of an OpenAPI 3.0 or 3.1 description, or of the page as text')
    .option('--json', 'as JSON')
    .option('--debug', 'show where an error came from')
    .addHelpText(
      'after',
      `
Exit codes:
  0  no difference, or known ones alone      2  the source cannot be read
  1  it differs`,
    )
    .action(async (source: string, flags: DriftFlags) =>
      (await import('./commands/drift.ts')).driftCommand(source, flags),
    );
  root
    .command('mock')
    .description('start the mock tenant by itself, until a signal stops it')
    .option('--port <n>', 'port on 127.0.0.1; any free one by default', integer(0, 65_535), 0)
    .addOption(
      new Option('--like <likeness>', 'answer as the document says, or as real tenants do')
        .choices(['documented', 'observed'])
        .default('documented'),
    )
    .option('--https', 'speak TLS, with a certificate made at the start')
    .option('--rate-limit <burst/per-second>', 'limit requests as a tenant does, for example 10/2', rateLimit)
    .option('--pact <file>', 'answer the interactions of this pact instead, and nothing else')
    .option(
      '--state <name...>',
      'with --pact: only interactions that need one of these provider states, or none',
    )
    .option('--json', 'print where it listens and whom it knows as JSON')
    .option('--debug', 'show where an error came from')
    .action(async (flags: MockFlags) => (await import('./commands/mock.ts')).mockCommand(flags));
  limitedOptions(root.command('doctor'))
    .description('check a tenant without creating anything, and say what a run costs')
    .option('--target <url>', 'base URL of the tenant', 'mock:documented')
    .option('--token <token>', 'access token for the target (better: AUTH0_API_TOKEN)')
    .option('--state-dir <dir>', 'where runs noted what they have on a tenant', STATE_DIR)
    .addOption(
      new Option('--depth <depth>', 'of the run whose cost is told')
        .choices(['quick', 'standard', 'deep'])
        .default('standard'),
    )
    .option('--seed <n>', 'of that run', integer(0), 1)
    .option('--max-live <n>', 'of that run (default: 1)', integer(1))
    .option('--only <glob...>', 'of that run')
    .option('--debug', 'show where an error came from')
    .action(async (flags: DoctorFlags) =>
      (await import('./commands/doctor.ts')).doctorCommand(flags, process.env),
    );
  root
    .command('sweep')
    .description('delete what earlier runs left on a tenant, and nothing else')
    .option('--target <url>', 'base URL of the tenant', 'mock:documented')
    .option('--token <token>', 'access token for the target (better: AUTH0_API_TOKEN)')
    .option('--state-dir <dir>', 'where runs noted what they have on a tenant', STATE_DIR)
    .addOption(new Option('--id <id...>', 'delete these actions instead').conflicts('prefix'))
    .option('--prefix <prefix>', 'delete actions of the suite instead whose names begin so: Conformance-…')
    .addOption(lasting('--older-than <duration>', 'with --prefix: only those as old as this (default: 1h)'))
    .option('--dry-run', 'say what would be deleted, and delete nothing')
    .option('--debug', 'show where an error came from')
    .action(async (flags: SweepFlags) =>
      (await import('./commands/sweep.ts')).sweepCommand(flags, process.env),
    );
  addPacts(root);
  root
    .command('list')
    .description('list the requirements')
    .argument('[glob...]', 'only these; with ! before it, all but these')
    .addOption(new Option('--level <level>', 'only this level').choices(['MUST', 'SHOULD', 'MAY']))
    .option('--json', 'as JSON')
    .option('--mutants', 'list the faulty tenants that break these instead, each a target for `run --target`')
    .option('--debug', 'show where an error came from')
    .action(async (globs: readonly string[], flags: ListFlags) =>
      (await import('./commands/list.ts')).listCommand(globs, flags),
    );
  root
    .command('explain')
    .description('say what a requirement demands, where that is written, and how it is exercised and judged')
    .argument('<requirement>', 'its id, as `list` shows it')
    .option('--debug', 'show where an error came from')
    .action(async (id: string) => (await import('./commands/explain.ts')).explainCommand(id));
  addNightly(root);
  addSettingOptions(root);
  pointToOwnHelp(root);
  const known = knownVariables(root);
  root.hook('preAction', async (_, command) => {
    await useSettings(command, known, process.env);
  });
  return root;
}

/** Has each command throw what is wrong with how it was called, with a pointer to its own help. */
function pointToOwnHelp(command: Command): void {
  command.exitOverride((error) => {
    throw error.exitCode === 0 ? error : usageError(error, command);
  });
  command.commands.forEach(pointToOwnHelp);
}
