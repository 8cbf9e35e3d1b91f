import { Option, type Command } from 'commander';

import { formatOption } from './format-option.ts';
import { limitedOptions } from './limited-options.ts';
import { integer, lasting } from './parse-option.ts';

/** Where the suite keeps what outlives a run. */
export const STATE_DIR = '.conformance';

/** Adds what every command takes that runs the suite: where, with what, how much of it, and at what price. */
export function suiteOptions(command: Command): Command {
  return limitedOptions(command)
    .option(
      '--target <url>',
      'base URL of a tenant or mock, or `mock:documented`, `mock:observed`, `mock:<faulty tenant>`',
      'mock:documented',
    )
    .option(
      '--allow-tenant <domain...>',
      'tenants on which actions may be created: said once, the first time',
    )
    .option('--token <token>', 'access token for the target (better: AUTH0_API_TOKEN)')
    .option('--report-dir <dir>', 'where the report goes', 'reports/out')
    .addOption(formatOption())
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
    .option(
      '--corpus <dir>',
      'send the counterexamples in this folder first, and save new ones there (default: that of the target below --state-dir)',
    )
    .option('--max-creates <n>', 'create no more actions than this, one after the other', integer(1), 1000)
    .option('--max-live <n>', 'have no more actions on the tenant at one time (default: 1)', integer(1))
    .addOption(lasting('--max-time <duration>', 'take no longer, such as 90s, 30m or 2h', '60m'))
    .option('--only <glob...>', 'judge these requirements only; with ! before it, all but these')
    .option('--debug', 'show where an error came from');
}
