import type { Command, Option } from 'commander';

import schema from '../conformance.config.schema.json' with { type: 'json' };

/** What all variables of the suite's own begin with. */
export const PREFIX = 'CONFORMANCE_';

/** Flags whose values are secrets, or go with one: their variables have names of their own, and no configuration may hold them. */
const SECRETS: Readonly<Record<string, string>> = {
  token: 'AUTH0_API_TOKEN',
  limitedToken: 'AUTH0_LIMITED_TOKEN',
  limitedClientId: 'AUTH0_LIMITED_CLIENT_ID',
  limitedClientSecret: 'AUTH0_LIMITED_CLIENT_SECRET',
  webhook: 'CONFORMANCE_WEBHOOK',
};

/** Variables that no flag stands for, under the names that other tools know them by. */
const WITHOUT_FLAG = [
  'AUTH0_DOMAIN',
  'AUTH0_CLIENT_ID',
  'AUTH0_CLIENT_SECRET',
  'AUTH0_AUDIENCE',
  'PACT_BROKER_BASE_URL',
  'PACT_BROKER_TOKEN',
];

/** Flags beside the settings of a configuration that a file of variables may set: they change no target and nobody's data. */
const HARMLESS = ['corpus', 'debug', 'dryRun', 'explore', 'json'];

/** Whether the value of a flag is a secret. */
export const isSecret = (option: Option): boolean => Object.hasOwn(SECRETS, option.attributeName());

/** The variable that stands for a flag: `CONFORMANCE_MAX_LIVE` for `--max-live`. */
export const variableFor = (option: Option): string =>
  SECRETS[option.attributeName()] ?? prefixed(option.long ?? '');

const prefixed = (flag: string): string =>
  `${PREFIX}${flag.replace(/^--/, '').replaceAll('-', '_').toUpperCase()}`;

/** The variables of a command line, each once. */
export interface KnownVariables {
  readonly all: ReadonlySet<string>;
  /**
   * Those that a file of variables may set. What one call is to do, such as which actions to delete or which version to
   * ask about, no file that somebody else may have written can say.
   */
  readonly inFiles: ReadonlySet<string>;
  /** What the variable of a secret is called instead of what its flag would make of it. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** The variables that a command line knows: one for each flag of each command, and those of other tools. */
export function knownVariables(root: Command): KnownVariables {
  const options = leavesOf(root).flatMap((command) => command.options);
  const inConfiguration = new Set([...Object.keys(schema.properties), ...Object.keys(SECRETS), ...HARMLESS]);
  return {
    all: new Set([...options.map(variableFor), ...WITHOUT_FLAG]),
    inFiles: new Set([
      ...options.filter((option) => inConfiguration.has(option.attributeName())).map(variableFor),
      ...WITHOUT_FLAG,
    ]),
    renamed: new Map(
      options
        .filter((option) => variableFor(option) !== prefixed(option.long ?? ''))
        .map((option) => [prefixed(option.long ?? ''), variableFor(option)]),
    ),
  };
}

/** The commands that do something, below one that groups them. */
export const leavesOf = (command: Command): readonly Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leavesOf);
