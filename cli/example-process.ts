import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';

/** What a command left behind when it ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const MAIN = join(import.meta.dirname, 'main.ts');

/** Where nothing can be kept: a test must not leave anything in its user's own folder. */
const NO_STATE = join(import.meta.filename, 'none');

/** The environment of a command: the caller's, without anybody's credentials. */
function cleanEnvironment(changes: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(AUTH0_|CONFORMANCE_|PACT_BROKER_|NODE_EXTRA_CA|VITEST|FORCE_COLOR)/.test(name),
  );
  return { ...Object.fromEntries(kept), XDG_STATE_HOME: NO_STATE, ...changes };
}

/** Starts the command line in a process of its own. */
export function startCli(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  cwd = process.cwd(),
): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], {
    cwd,
    env: cleanEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Waits for a started command to end. */
export async function ended(child: ChildProcess): Promise<Ended> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('the command was started without pipes');
  const [, out, err] = await Promise.all([once(child, 'close'), text(stdout), text(stderr)]);
  return { code: child.exitCode, stdout: out, stderr: err };
}

/** Runs the command line to its end. */
export const runCli = (
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  cwd?: string,
): Promise<Ended> => ended(startCli(args, environment, cwd));

/** The mock tenant in a process of its own, as `mock --json` describes it. */
export interface MockProcess {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly caFile?: string;
  /** Variables that let a run in. */
  readonly environment: NodeJS.ProcessEnv;
  /** Asks it to stop, by signal, and waits until it has. */
  stop(signal?: NodeJS.Signals): Promise<Ended>;
}

/** Starts `mock` with these flags and waits until it listens. */
export async function startMockProcess(...flags: readonly string[]): Promise<MockProcess> {
  const child = startCli(['mock', '--json', ...flags]);
  const end = ended(child);
  const { stdout } = child;
  if (stdout === null) throw new Error('the mock was started without pipes');
  const first = await Promise.race([once(stdout, 'data'), end]);
  if (!Array.isArray(first)) throw new Error(`the mock did not start: ${first.stderr}`);
  const facts = JSON.parse(String(first[0])) as Omit<MockProcess, 'environment' | 'stop'>;
  return {
    ...facts,
    environment: { AUTH0_CLIENT_ID: facts.clientId, AUTH0_CLIENT_SECRET: facts.clientSecret },
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      return await end;
    },
  };
}
