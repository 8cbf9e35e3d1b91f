import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { examplePact } from '../pacts/example-pact.ts';
import type { Report } from '../verdicts/report.ts';
import { ended, runCli, startCli } from './example-process.ts';

const OWN = join(import.meta.dirname, '..', 'contracts', 'pacts');

let dir = '';
const file = (name: string, text: string): string => {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
};
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pact-cli-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('pact check', () => {
  it('tells what is undocumented, and what is left out', async () => {
    const path = file(
      'a.json',
      examplePact([{ response: { body: { nickname: 'x' } } }, { request: { path: '/api/v2/users' } }]),
    );
    const { code, stdout } = await runCli(['pact', 'check', path]);

    expect(code).toBe(1);
    expect(stdout).toContain('  a create: response body /nickname: is documented nowhere\n');
    expect(stdout).toContain('  left out: a create: POST /api/v2/users is another API\n');
  });

  it('refuses a version that it does not know, on one line', async () => {
    const path = file('b.json', examplePact([], { pactSpecification: { version: '9' } }));
    const { code, stderr } = await runCli(['pact', 'check', path]);

    expect(code).toBe(2);
    expect(stderr).toMatch(/b\.json is of the unknown version 9 .*\n$/);
  });
});

describe('pact verify', () => {
  it('fails a faulty tenant, and says so in the report', async () => {
    const reports = join(dir, 'out');
    const args = ['--target', 'mock:status-of-action-mistyped', '--report-dir', reports, '--format', 'json'];
    const { code, stdout, stderr } = await runCli(['pact', 'verify', ...args]);

    expect(code).toBe(1);
    expect(stdout).toMatch(/^Consumers: 22 interactions of pacts: .* failed/m);
    expect(`${stdout}${stderr}`).not.toMatch(/Bearer [^$]/);
    const report = JSON.parse(readFileSync(join(reports, 'report.json'), 'utf-8')) as Report;
    expect(report.interactions.some(({ outcome }) => outcome === 'failed')).toBe(true);
  });

  it('does not pass where nothing was verified', async () => {
    const path = file('c.json', examplePact([{ state: 'the moon is full' }]));
    const args = ['--pacts', path, '--report-dir', join(dir, 'none')];
    const { code, stdout } = await runCli(['pact', 'verify', ...args]);

    expect(code).toBe(3);
    expect(stdout).toContain('1 interaction of pacts: 1 not exercised');
  });
});

it('publishing without a broker is wrong usage', async () => {
  const { code, stderr } = await runCli(['pact', 'publish', join(OWN, 'node-auth0-auth0-actions.json')], {
    PACT_BROKER_BASE_URL: '',
  });

  expect(code).toBe(2);
  expect(stderr).toMatch(/no Pact Broker is named\. Set PACT_BROKER_BASE_URL/);
});

it('mock --pact replays a pact, and nothing else', async () => {
  const pact = join(OWN, 'node-auth0-auth0-actions.json');
  const child = startCli(['mock', '--pact', pact, '--json']);
  const end = ended(child);
  if (child.stdout === null) throw new Error('the stub was started without pipes');
  const [first] = (await once(child.stdout, 'data')) as [Buffer];
  const { url } = JSON.parse(String(first)) as { readonly url: string };
  const create = (body: object) =>
    fetch(`${url}/api/v2/actions/actions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer any' },
      body: JSON.stringify(body),
    });
  const required = { name: 'mine', supported_triggers: [{ id: 'post-login', version: 'v3' }] };
  const known = await create(required);
  const unknown = await create({ ...required, nickname: 'x' });
  child.kill('SIGTERM');

  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:/);
  expect([known.status, unknown.status]).toEqual([201, 500]);
  expect(await known.json()).toMatchObject({ name: 'my-action', status: 'pending' });
  expect((await end).code).toBe(0);
});
