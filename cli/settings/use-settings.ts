import type { Command } from 'commander';

import { applySettings } from './apply-settings.ts';
import { checkVariables } from './check-variables.ts';
import { loadEnvFile } from './load-env-file.ts';
import { PREFIX, type KnownVariables } from './variable-names.ts';

/**
 * Gathers what a command is to do before it begins: its flags, then the environment, then a file of variables, then the
 * configuration.
 *
 * @throws UsageError when one of them is not as it should be.
 */
export async function useSettings(
  command: Command,
  known: KnownVariables,
  variables: NodeJS.ProcessEnv,
): Promise<void> {
  checkVariables(Object.keys(variables), known, 'the environment');
  const named = command.getOptionValue('dotenv') as string | undefined;
  const fromFile = loadEnvFile(blankless(named) ?? blankless(variables[`${PREFIX}DOTENV`]), known, variables);
  await applySettings(command, variables, fromFile);
}

const blankless = (text: string | undefined): string | undefined => (text?.trim() === '' ? undefined : text);
