import process from 'node:process';

import type { Command } from 'commander';

import type { PactCheckFlags } from './commands/pact-check.ts';
import type { CanIDeployFlags } from './commands/pact-can-i-deploy.ts';
import type { PactPublishFlags } from './commands/pact-publish.ts';
import type { PactVerifyFlags } from './commands/pact-verify.ts';
import { limitedOptions } from './limited-options.ts';
import { formatOption } from './format-option.ts';
import { integer } from './parse-option.ts';

/** The provider, as the suite's own pacts name it. */
const PROVIDER = 'auth0-actions';

const BROKER_HELP = `
The broker is that of PACT_BROKER_BASE_URL; PACT_BROKER_TOKEN is its token.`;

/** Adds the commands about consumer contracts. */
export function addPacts(root: Command): void {
  const pact = root
    .command('pact')
    .description('check and verify consumer contracts (Pact), and share them through a broker');
  pact
    .command('check')
    .description('hold the examples of pacts against the contract; nothing is sent')
    .argument('<source>', 'a pact file, a folder of them, or a URL')
    .option('--json', 'as JSON')
    .option('--debug', 'show where an error came from')
    .addHelpText('after', BROKER_HELP)
    .action(async (source: string, flags: PactCheckFlags) =>
      (await import('./commands/pact-check.ts')).pactCheckCommand(source, flags, process.env),
    );
  limitedOptions(pact.command('verify'))
    .description("play pacts against a target with Pact's Verifier, and write a report")
    .option(
      '--target <url>',
      'base URL of a tenant or mock, or `mock:documented`, `mock:observed`, `mock:<faulty tenant>`',
      'mock:documented',
    )
    .option('--pacts <source>', 'a pact file, a folder of them, or a URL (default: the pacts of the suite)')
    .option('--broker', 'verify the pacts that the broker has for the provider')
    .option('--provider <name>', 'the provider, as the broker knows it', PROVIDER)
    .option('--publish', 'tell the broker what came of it')
    .option('--provider-version <version>', 'of the target, for the broker (default: the commit)')
    .option('--branch <branch>', 'of that version (default: the branch)')
    .option('--tag <tag...>', 'of that version')
    .option(
      '--allow-tenant <domain...>',
      'tenants on which actions may be created: said once, the first time',
    )
    .option('--token <token>', 'access token for the target (better: AUTH0_API_TOKEN)')
    .option('--report-dir <dir>', 'where the report goes', 'reports/out')
    .addOption(formatOption())
    .option('--state-dir <dir>', 'where it is noted what is on a tenant, until it is deleted', '.conformance')
    .option('--json', 'print the report on stdout, and nothing else there')
    .option('--debug', 'show where an error came from')
    .addHelpText('after', BROKER_HELP)
    .action(async (flags: PactVerifyFlags) =>
      (await import('./commands/pact-verify.ts')).pactVerifyCommand(flags, process.env),
    );
  pact
    .command('publish')
    .description('publish pact files to the broker')
    .argument('<files...>', 'pact files')
    .option('--consumer-version <version>', 'of the consumers (default: the commit)')
    .option('--branch <branch>', 'of that version (default: the branch)')
    .option('--tag <tag...>', 'of that version')
    .option('--timeout <seconds>', 'how long the broker may take', integer(1, 3600), 60)
    .option('--debug', 'show where an error came from')
    .addHelpText('after', BROKER_HELP)
    .action(async (files: readonly string[], flags: PactPublishFlags) =>
      (await import('./commands/pact-publish.ts')).pactPublishCommand(files, flags, process.env),
    );
  pact
    .command('can-i-deploy')
    .description('ask the broker whether a version works with what is deployed')
    .option('--pacticipant <name>', 'a consumer or provider; it has to be said which')
    .option('--app-version <version>', 'of it (default: the commit)')
    .option('--to-environment <name>', 'where it is to go')
    .option('--to <tag>', 'or: beside the latest of this tag')
    .option('--timeout <seconds>', 'how long the broker may take', integer(1, 3600), 60)
    .option('--debug', 'show where an error came from')
    .addHelpText('after', BROKER_HELP)
    .action(async (flags: CanIDeployFlags) =>
      (await import('./commands/pact-can-i-deploy.ts')).canIDeployCommand(flags, process.env),
    );
}
