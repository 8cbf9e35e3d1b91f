import process from 'node:process';

import type { Command } from 'commander';

import { settable } from './apply-settings.ts';
import type { Origin, Origins } from './origins.ts';
import { originOf } from './origins.ts';
import { variableFor } from './variable-names.ts';

/** Variables whose values are shown, and those that are only said to be set. */
const SHOWN = ['AUTH0_DOMAIN', 'AUTH0_CLIENT_ID', 'AUTH0_AUDIENCE', 'AUTH0_LIMITED_CLIENT_ID'];
const SECRET = [
  'AUTH0_CLIENT_SECRET',
  'AUTH0_API_TOKEN',
  'AUTH0_LIMITED_TOKEN',
  'AUTH0_LIMITED_CLIENT_SECRET',
  'CONFORMANCE_WEBHOOK',
];

/** Shows every setting with its value and where that came from; of secrets only that they are there. */
export function printConfig(command: Command, variables: NodeJS.ProcessEnv): void {
  const origins = command.getOptionValue('origins') as Origins;
  const { settings } = origins;
  const rows = settable(command).map((option) => {
    const key = option.attributeName();
    const value: unknown = command.getOptionValue(key);
    const words: Readonly<Record<Origin, string>> = {
      flag: 'flag',
      environment: variableFor(option),
      'env-file': `${variableFor(option)}, of a file`,
      configuration: 'configuration',
      default: 'default',
    };
    const origin = words[settings[key] ?? 'default'];
    return [key, value === undefined ? 'not set' : JSON.stringify(value), origin] as const;
  });
  const flags = (['token', 'limitedToken', 'limitedClientId', 'limitedClientSecret'] as const)
    .filter((key) => command.getOptionValue(key) !== undefined)
    .map((key) => [key, '[redacted]', 'flag'] as const);
  const shown = [...SHOWN, ...SECRET]
    .filter((name) => (variables[name] ?? '') !== '')
    .map(
      (name) =>
        [
          name,
          SECRET.includes(name) ? '[redacted]' : JSON.stringify(variables[name]),
          originOf(name, origins) === 'env-file' ? 'file of variables' : 'environment',
        ] as const,
    );
  const all = [...rows, ...flags, ...shown];
  const [first, second] = [0, 1].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map(
    ([key, value, origin]) => `${key.padEnd(first ?? 0)}  ${value.padEnd(second ?? 0)}  ${origin}`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}
