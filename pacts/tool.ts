import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';

import { messageOf, TargetError } from '../driver/errors.ts';

/** What a call of Pact's command line left behind. */
export interface ToolEnd {
  /** `null` where it was stopped because it took too long. */
  readonly code: number | null;
  readonly output: string;
}

/** Variables of the environment that a program needs to reach a network, and none that steers Pact. */
const PASSED_ON = /^(PATH|HOME|TMPDIR|TEMP|TMP|SYSTEMROOT|SSL_CERT_(FILE|DIR)|(HTTPS?|ALL|NO)_PROXY)$/i;

/**
 * The executable of Pact's command line for this machine.
 *
 * @throws TargetError where there is none.
 */
export function toolPath(): string {
  const { platform, arch } = process;
  const name = `@pact-foundation/pact-cli-${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    const cli = createRequire(import.meta.url).resolve('@pact-foundation/pact-cli/package.json');
    const own = dirname(createRequire(cli).resolve(`${name}/package.json`));
    return join(own, 'standalone', platform === 'win32' ? 'pact.exe' : 'pact');
  } catch (cause) {
    throw new TargetError(
      'NO_PACT_TOOL',
      `Pact's command line is not installed for ${platform} on ${arch}`,
      `Install ${name}, which is an optional dependency.`,
      { cause },
    );
  }
}

/** The environment of Pact's command line: it is told to report nothing to anybody. */
export const toolEnvironment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => PASSED_ON.test(name))),
  PACT_DO_NOT_TRACK: 'true',
  NO_COLOR: '1',
  ...more,
});

/**
 * Runs Pact's command line to its end.
 *
 * @param environment what it is told besides, such as a broker's token: a command line can be seen by others.
 * @throws TargetError where it cannot be started.
 */
export async function runTool(
  args: readonly string[],
  { environment, timeoutMs }: { readonly environment?: NodeJS.ProcessEnv; readonly timeoutMs: number },
): Promise<ToolEnd> {
  const child = spawn(toolPath(), [...args], {
    env: toolEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  });
  const ended = once(child, 'close').catch((cause: unknown) => {
    throw new TargetError('NO_PACT_TOOL', `Pact's command line did not start: ${messageOf(cause)}`, '', {
      cause,
    });
  });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code: child.exitCode, output: `${out}${err}` };
}
