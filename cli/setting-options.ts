import type { Command } from 'commander';

/** Flags of commands that settings are for: they concern a target, or what is written and remembered of it. */
const CONFIGURABLE = ['--target', '--report-dir', '--history'];

/**
 * Adds, to every command below one, where its settings come from beside its flags. It is done in one place, as a command
 * that was left out would pass over a `target` in silence, and judge another.
 */
export function addSettingOptions(root: Command): void {
  for (const command of root.commands) {
    addSettingOptions(command);
    if (takesAny(command, ['--token'])) {
      command.option(
        '--audience <uri>',
        'identifier of the API, where the target is a custom domain (AUTH0_AUDIENCE)',
      );
    }
    if (takesAny(command, CONFIGURABLE)) {
      command
        .option('--config <file>', 'settings, instead of those in conformance.config.json')
        .option('--dotenv <file>', 'environment variables, instead of those in .env');
    }
  }
}

const takesAny = ({ options }: Command, names: readonly string[]): boolean =>
  options.some(({ long }) => names.includes(long ?? ''));
