import process from 'node:process';

import { Command, InvalidArgumentError, Option } from 'commander';

import type { ListFlags } from './commands/list.ts';
import type { MockFlags } from './commands/mock.ts';
import type { RunFlags } from './commands/run.ts';
import type { SweepFlags } from './commands/sweep.ts';
import packageJson from '../package.json' with { type: 'json' };

/** Where the suite keeps what outlives a run. */
const STATE_DIR = '.conformance';

/** The command line. Each command loads its own code, so that asking for help costs nothing. */
export function program(): Command {
  const root = new Command('actions-conformance')
    .description(
      "Judges a tenant by every documented promise of Auth0's create-action API, and writes a report.",
    )
    .version(packageJson.version)
    .exitOverride()
    // Errors are told in one place, on one line.
    .configureOutput({ writeErr: () => undefined })
    .helpCommand(false)
    .addHelpText(
      'after',
      `
Exit codes:
  0  conformant          2  wrong usage or configuration
  1  not conformant      3  could not judge: partial, unreachable, or not let in`,
    );
  root
    .command('run', { isDefault: false })
    .description('send every case to a target, judge the answers and write a report')
    .option(
      '--target <url>',
      'base URL of a tenant or mock, or `mock:documented`, `mock:observed`, `mock:<faulty tenant>`',
      'mock:documented',
    )
    .option('--token <token>', 'access token for the target (better: AUTH0_API_TOKEN)')
    .option('--limited-token <token>', 'access token without create:actions, for the promise of 403')
    .option('--report-dir <dir>', 'where the report goes', 'reports/out')
    .option('--state-dir <dir>', 'where it is noted what is on a tenant, until it is deleted', STATE_DIR)
    .addOption(
      new Option('--depth <depth>', 'the MUSTs, everything, or every variation of everything')
        .choices(['quick', 'standard', 'deep'])
        .default('standard'),
    )
    .option('--seed <n>', 'seed of what is drawn at random', integer(0), 1)
    .option('--max-requests <n>', 'spend no more requests than this, cleaning up included', integer(1), 2000)
    .option(
      '--explore <n>',
      'spend this many requests on bodies drawn at random (default: 2000 at deep depth, else none)',
      integer(0),
    )
    .option('--max-creates <n>', 'create no more actions than this, one after the other', integer(1), 1000)
    .option('--max-live <n>', 'have no more actions on the tenant at one time (default: 1)', integer(1))
    .addOption(lasting('--max-time <duration>', 'take no longer, such as 90s, 30m or 2h', '60m'))
    .option('--only <glob...>', 'judge these requirements only; with ! before it, all but these')
    .option('--json', 'print the report on stdout, and nothing else there')
    .option('--debug', 'show where an error came from')
    .addHelpText(
      'after',
      `
Credentials for a target come from --token, AUTH0_API_TOKEN, or AUTH0_CLIENT_ID and
AUTH0_CLIENT_SECRET, in this order. AUTH0_DOMAIN, when set, must name the target.
The limited token may come from AUTH0_LIMITED_TOKEN.

Examples:
  $ actions-conformance run
  $ actions-conformance run --target https://example.eu.auth0.com --depth quick
  $ actions-conformance run --only 'request.name.*' '!*.echo'`,
    )
    .action(async (flags: RunFlags) => (await import('./commands/run.ts')).runCommand(flags, process.env));
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
    .option('--json', 'print where it listens and whom it knows as JSON')
    .option('--debug', 'show where an error came from')
    .action(async (flags: MockFlags) => (await import('./commands/mock.ts')).mockCommand(flags));
  root
    .command('sweep')
    .description('delete what earlier runs left on a tenant, and nothing else')
    .requiredOption('--target <url>', 'base URL of the tenant')
    .option('--token <token>', 'access token for the target (better: AUTH0_API_TOKEN)')
    .option('--state-dir <dir>', 'where runs noted what they have on a tenant', STATE_DIR)
    .option('--id <id...>', 'delete these actions instead')
    .option('--prefix <prefix>', 'delete actions of the suite instead whose names begin so: Conformance-…')
    .addOption(lasting('--older-than <duration>', 'with --prefix: only those as old as this', '1h'))
    .option('--dry-run', 'say what would be deleted, and delete nothing')
    .option('--debug', 'show where an error came from')
    .action(async (flags: SweepFlags) =>
      (await import('./commands/sweep.ts')).sweepCommand(flags, process.env),
    );
  root
    .command('list')
    .description('list the requirements')
    .argument('[glob...]', 'only these; with ! before it, all but these')
    .addOption(new Option('--level <level>', 'only this level').choices(['MUST', 'SHOULD', 'MAY']))
    .option('--json', 'as JSON')
    .option('--mutants', 'list the faulty tenants instead, each a target for `run --target`')
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
  return root;
}

function integer(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
      throw new InvalidArgumentError(`It takes a whole number ${range}.`);
    }
    return value;
  };
}

const lasting = (flags: string, description: string, standard: string): Option =>
  new Option(flags, description).argParser(duration).default(duration(standard), standard);

/** A duration in milliseconds. */
function duration(text: string): number {
  const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };
  const [, count, unit = ''] = /^([1-9]\d{0,5})([smh])$/.exec(text) ?? [];
  const milliseconds = units[unit];
  if (milliseconds === undefined) {
    throw new InvalidArgumentError('It takes a duration, such as 90s, 30m or 2h.');
  }
  return Number(count) * milliseconds;
}

function rateLimit(text: string): { readonly burst: number; readonly perSecond: number } {
  const [, burst, perSecond] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? [];
  if (burst === undefined || perSecond === undefined) {
    throw new InvalidArgumentError('It takes two whole numbers, such as 10/2.');
  }
  return { burst: Number(burst), perSecond: Number(perSecond) };
}
