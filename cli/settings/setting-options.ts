import type { Command } from 'commander';

import schema from '../conformance.config.schema.json' with { type: 'json' };
import { leavesOf } from './variable-names.ts';

/**
 * Adds, to every command below one, where its settings come from beside its flags. It is done in one place, as a command
 * that was left out would pass over a `target` in silence, and judge another.
 */
export function addSettingOptions(root: Command): void {
  for (const command of leavesOf(root)) {
    const keys = command.options.map((option) => option.attributeName());
    if (keys.includes('token')) {
      command.option(
        '--audience <uri>',
        'identifier of the API, where the target is a custom domain (AUTH0_AUDIENCE)',
      );
    }
    if (keys.some((key) => Object.hasOwn(schema.properties, key))) {
      command.option('--config <file>', 'settings, instead of those in conformance.config.json');
    }
    command.option('--dotenv <file>', 'environment variables, instead of those in .env');
  }
}
