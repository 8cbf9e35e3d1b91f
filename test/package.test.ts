import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const execute = promisify(execFile);
const ROOT = join(import.meta.dirname, '..');
// The Node that runs this test comes first, as it would on a machine that has it installed.
const PATH = [dirname(process.execPath), process.env['PATH']].join(delimiter);

let folder: string;
const run = (command: string, ...args: readonly string[]) =>
  execute(command, [...args], { cwd: folder, env: { ...process.env, PATH, AUTH0_DOMAIN: '' } });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conformance-package-'));
  const packed = await execute('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: ROOT });
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await run(
    'npm',
    'install',
    '--no-audit',
    '--no-fund',
    `./${packed.stdout.trim().split('\n').at(-1) ?? ''}`,
  );
}, 240_000);

afterAll(async () => rm(folder, { recursive: true, force: true }));

describe('the package, installed in an empty folder', () => {
  it('judges the embedded mock through npx, and leaves a report where it was called', async () => {
    const { stdout } = await run('npx', 'actions-conformance', 'run');
    expect(stdout).toMatch(/^Conformant\. All \d+ MUSTs hold, \d+ of them unobserved\.$/m);
    const report = await readFile(join(folder, 'reports/out/report.json'), 'utf-8');
    expect(JSON.parse(report)).toMatchObject({
      verdict: 'conformant',
      suite: { name: 'actions-conformance' },
    });
  });

  it('lends its mock tenant to the tests of others', async () => {
    await writeFile(
      join(folder, 'uses-mock.js'),
      `import { startMockTenant } from 'actions-conformance/mock';
       const tenant = await startMockTenant();
       const answer = await fetch(tenant.url + '/api/v2/actions/actions', {
         headers: { authorization: 'Bearer ' + await tenant.token() },
       });
       process.stdout.write(await answer.text());
       await tenant.close();`,
    );
    const { stdout } = await run('node', 'uses-mock.js');
    expect(JSON.parse(stdout)).toEqual({ actions: [], total: 0, page: 0, per_page: 20 });
  });

  it('lends its arbitraries and faults to the tests of others, with their types', async () => {
    await writeFile(
      join(folder, 'uses-properties.ts'),
      `import * as fc from 'fast-check';
       import { createActionRequest, faults, faultyRequest, type CreateActionRequest } from 'actions-conformance/properties';
       const bodies: readonly CreateActionRequest[] = fc.sample(createActionRequest({ maxDependencies: 1 }), 50);
       const broken: readonly string[] = bodies.flatMap((body) => faults(body).map(({ title }) => title));
       const [drawn] = fc.sample(faultyRequest({ syntax: false }), { seed: 1, numRuns: 1 });
       // @ts-expect-error: a body has no such property
       void bodies[0]?.unheardOf;
       console.log(JSON.stringify({ bodies: bodies.length, some: broken.length > 1000, keyword: drawn?.fault.keyword }));`,
    );
    const { stdout } = await run('node', 'uses-properties.ts');
    expect(JSON.parse(stdout)).toEqual({ bodies: 50, some: true, keyword: expect.any(String) as string });
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
    const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--types', '', '--lib', 'es2024,dom'];
    const compiled = await run(process.execPath, compiler, ...flags, 'uses-properties.ts');
    expect(compiled.stdout).toBe('');
  });

  it('ships the schemas of what it writes and reads, and no tests', async () => {
    const installed = join(folder, 'node_modules/actions-conformance');
    for (const name of ['report', 'change', 'matrix', 'baseline', 'config']) {
      const asked = `process.stdout.write(import.meta.resolve('actions-conformance/${name}.schema.json'))`;
      const { stdout: found } = await run('node', '--input-type=module', '--eval', asked);
      expect(JSON.parse(await readFile(new URL(found), 'utf-8'))).toHaveProperty('$schema');
    }
    const { stdout } = await run('find', installed, '-name', '*.test.*', '-o', '-name', 'example-*');
    expect(stdout).toBe('');
  });
});
