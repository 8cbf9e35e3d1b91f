import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';

import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '..');

/** A step of a job that runs a script. */
interface Step {
  readonly name: string;
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What a step left behind when it ended. */
export interface StepEnded {
  readonly code: number | null;
  readonly stderr: string;
  /** What later steps see of it. */
  readonly output: string;
  /** What it adds to the job's summary. */
  readonly summary: string;
}

/** A checkout for the steps of a job: the project as it is, and room for what they write. */
export function makeCheckout(): { readonly dir: string; readonly remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'checkout-'));
  for (const name of ['package.json', '.ci', 'cli', 'node_modules'])
    symlinkSync(join(ROOT, name), join(dir, name));
  return { dir, remove: () => rmSync(dir, { recursive: true }) };
}

/** The script of a step, by its name, with the variables of its job. */
export function stepOf(path: string, name: string): Step {
  const file = parse(readFileSync(join(ROOT, path), 'utf-8')) as {
    readonly runs?: Job;
    readonly jobs?: Readonly<Record<string, Job>>;
  };
  const jobs = file.runs === undefined ? Object.values(file.jobs ?? {}) : [file.runs];
  for (const { env = {}, steps } of jobs) {
    const step = steps.find((each) => each.name === name);
    if (step?.run !== undefined) return { name, run: step.run, env: { ...env, ...step.env } };
  }
  throw new Error(`${path} has no step called ${name} that runs anything`);
}

interface Job {
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Partial<Step>[];
}

/** What the expressions of a job stand for, by the expression. */
type Values = Readonly<Record<string, string>>;

/**
 * Runs the script of a step as a runner of GitHub's does, in a shell that ends at the first mistake.
 *
 * @param bin a folder whose programs take the place of those of the machine.
 */
export async function runStep(
  step: Step,
  values: Values,
  { dir, bin, variables = {} }: { readonly dir: string; readonly bin?: string; readonly variables?: Values },
): Promise<StepEnded> {
  const [script, output, summary] = ['step.sh', 'output', 'step-summary'].map((name) => join(dir, name));
  if (script === undefined || output === undefined || summary === undefined) throw new Error('unreachable');
  for (const file of [output, summary]) writeFileSync(file, '');
  writeFileSync(script, step.run);
  const env = Object.fromEntries(
    Object.entries(step.env).map(([key, value]) => [key, evaluated(value, values, step.name)]),
  );
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: dir,
    env: {
      HOME: dir,
      PATH: [bin, dirname(process.execPath), process.env['PATH']].filter(Boolean).join(delimiter),
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      ...variables,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [, , stderr] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return {
    code: child.exitCode,
    stderr,
    output: readFileSync(output, 'utf-8'),
    summary: readFileSync(summary, 'utf-8'),
  };
}

function evaluated(value: string, values: Values, step: string): string {
  return value.replaceAll(/\$\{\{ (.+?) \}\}/g, (_, expression: string) => {
    const known = values[expression];
    if (known === undefined) throw new Error(`nobody says what ${expression} is, in the step ${step}`);
    return known;
  });
}
