import { ended, start } from '../../bench/children.ts';
import type { Installed } from '../../bench/install-package.ts';

/** Why something cannot be had where a command of this machine is missing; nothing where it is there. */
export async function needsCommand(
  command: string,
  flag: string,
): Promise<Extract<Installed, { installed: false }> | undefined> {
  const code = await ended(start({ name: command, command, args: [flag] }));
  return code === 0 ? undefined : { installed: false, reason: `it needs ${command}, which is not there` };
}
