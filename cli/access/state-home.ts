import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import process from 'node:process';

/**
 * The user's own folder for what the suite has to remember, as the platform has it: `XDG_STATE_HOME` where it is set, and
 * absolute, as its specification demands.
 */
export function stateHome(
  variables: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): string {
  const { XDG_STATE_HOME: named = '', LOCALAPPDATA: local = '' } = variables;
  const home = (): string => {
    if (isAbsolute(named)) return named;
    if (platform === 'win32') return isAbsolute(local) ? local : join(homedir(), 'AppData', 'Local');
    if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
    return join(homedir(), '.local', 'state');
  };
  return join(home(), 'actions-conformance');
}
