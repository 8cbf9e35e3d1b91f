import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import process from 'node:process';
import { createInterface } from 'node:readline';

/** A process that the bench started. */
export interface Child {
  readonly name: string;
  readonly process: ChildProcess;
  /** The end of what it wrote on stderr. */
  lastWords(): string;
}

/** What to start, and how. */
export interface Starting {
  readonly name: string;
  /** The Node that runs the bench by default. */
  readonly command?: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Where it runs, if not where the bench does. */
  readonly cwd?: string;
  /** Whether stdout is read; else it costs neither side anything. */
  readonly output?: 'pipe' | 'ignore';
}

const running = new Set<ChildProcess>();

/** Starts a process that ends with the bench, however that ends. */
export function start({
  name,
  command = process.execPath,
  args,
  env,
  cwd,
  output = 'ignore',
}: Starting): Child {
  // A pipe as stdin, so that a child of ours sees it end even when the bench is killed outright.
  const child = spawn(command, args, {
    stdio: ['pipe', output, 'pipe'],
    env: { ...process.env, ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-2_000);
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  // Without this, a command that does not exist would end the bench with a stack.
  child.once('error', (error) => {
    words += error.message;
  });
  return { name, process: child, lastWords: () => words.trim() };
}

/** The first line that a process writes; throws when it ends without one. */
export async function firstLine(child: Child): Promise<string> {
  const { stdout } = child.process;
  if (stdout === null) throw new Error(`the output of ${child.name} is not read`);
  for await (const line of createInterface({ input: stdout })) return line;
  throw new Error(`${child.name} ended too early: ${child.lastWords()}`);
}

/** Waits for a process to end by itself, and gives its exit code; none when it never started or was killed. */
export async function ended({ process: child }: Child): Promise<number | null> {
  if (running.has(child)) await once(child, 'close').catch(() => undefined);
  return child.exitCode;
}

/** Ends a process: none that the bench starts has anything to lose. */
export async function stop(child: Child): Promise<void> {
  child.process.kill('SIGKILL');
  await ended(child);
}

/** Ends every process that the bench started and that still runs. */
export function endChildren(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Sees to it that no process outlives the bench, also when a signal ends it. */
export function endChildrenWithBench(): void {
  process.once('exit', endChildren);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
