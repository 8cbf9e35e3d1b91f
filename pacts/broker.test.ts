import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { SuiteError, TargetError, UsageError } from '../driver/errors.ts';
import { canIDeploy, publishPacts, recordVersion, type BrokerAccess } from './broker.ts';
import { brokerStarter, type Script } from './example-broker.ts';
import { examplePact } from './example-pact.ts';

const TOKEN = 'broker-token-0123456789';
const VERSION = { number: '1.2.3', branch: 'main', tags: ['dev', 'eu'] };
const PUBLISHED = { notices: [{ type: 'success', text: 'Done' }], _links: { 'pb:contracts': [] } };
const CONFLICT = {
  notices: [{ type: 'error', text: 'Cannot change the content of the pact for somebody version 1.2.3' }],
  errors: { contracts: ['Cannot change the content of the pact'] },
};

const start = brokerStarter(afterEach);
let file = '';
beforeAll(() => {
  file = join(mkdtempSync(join(tmpdir(), 'broker-test-')), 'a.json');
  writeFileSync(file, examplePact());
});
afterAll(() => rmSync(join(file, '..'), { recursive: true }));

async function broker(script: Script, timeoutMs = 15_000) {
  const { base, asked } = await start(script);
  const access: BrokerAccess = { base, token: TOKEN, timeoutMs };
  return { access, asked };
}

const refusal = async (attempt: Promise<unknown>): Promise<SuiteError> => {
  const error: unknown = await attempt.then(
    () => 'nothing was refused',
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SuiteError)) throw new Error(`no error of the suite: ${String(error)}`);
  expect(`${error.message} ${error.hint}`).not.toContain(TOKEN);
  return error;
};

describe('publishing', () => {
  it('sends the pact with version, branch and tags, and the token in a header', async () => {
    const { access, asked } = await broker({ 'POST /contracts/publish': [200, PUBLISHED] });
    await publishPacts([file], VERSION, access);

    const sent = asked.find(({ method }) => method === 'POST');
    expect(sent?.authorization).toBe(`Bearer ${TOKEN}`);
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({
      pacticipantName: 'somebody',
      pacticipantVersionNumber: '1.2.3',
      branch: 'main',
      tags: ['dev', 'eu'],
      contracts: [{ consumerName: 'somebody', providerName: 'auth0' }],
    });
  });

  it.each<[string, Script, typeof SuiteError, RegExp]>([
    [
      '401',
      { 'GET /': [401, { error: 'Invalid credentials' }] },
      TargetError,
      /refused: .*401 Unauthorized.*/,
    ],
    [
      '409',
      { 'POST /contracts/publish': [409, CONFLICT] },
      UsageError,
      /Cannot change the content of the pact/,
    ],
    ['500', { 'GET /': [500, { error: 'out of order' }] }, TargetError, /500 Internal Server Error/],
    ['no HAL', { 'GET /': [200, '<h1>hello</h1>'] }, TargetError, /not get a valid HAL response/],
  ])('tells %s on one line', async (_, script, kind, message) => {
    const { access } = await broker(script);
    const error = await refusal(publishPacts([file], VERSION, access));

    expect(error).toBeInstanceOf(kind);
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain('\n');
    expect(error.hint).not.toBe('');
  });

  it('gives up on a broker that keeps silent', async () => {
    const { access } = await broker({ 'GET /': 'silence' }, 300);
    const error = await refusal(publishPacts([file], VERSION, access));

    expect(error.message).toMatch(/did not answer within 0\.3 s$/);
  });
});

it('records a version of a provider', async () => {
  const { access, asked } = await broker({
    'PUT /pacticipants/auth0/branches/main/versions/1.2.3': [201, {}],
    'PUT /pacticipants/auth0/versions/1.2.3/tags/dev': [201, {}],
    'PUT /pacticipants/auth0/versions/1.2.3/tags/eu': [201, {}],
  });
  await recordVersion('auth0', VERSION, access);

  expect(asked.filter(({ method }) => method === 'PUT').map(({ path }) => path)).toEqual([
    '/pacticipants/auth0/branches/main/versions/1.2.3',
    '/pacticipants/auth0/versions/1.2.3/tags/dev',
    '/pacticipants/auth0/versions/1.2.3/tags/eu',
  ]);
});

describe('can-i-deploy', () => {
  const QUESTION = 'GET /matrix';
  const matrix = (deployable: unknown) => ({
    summary: { deployable, reason: 'because', success: 1, failed: 0, unknown: 0 },
    notices: [],
    matrix: [],
  });
  const ask = (access: BrokerAccess) => canIDeploy('somebody', '1', { environment: 'production' }, access);

  it.each([true, false])('says %s where the broker does', async (deployable) => {
    const { access } = await broker({ [QUESTION]: [200, matrix(deployable)] });

    await expect(ask(access)).resolves.toEqual({ deployable, reason: 'because' });
  });

  it.each<[string, Script]>([
    ['a broker that does not know', { [QUESTION]: [200, matrix(null)] }],
    ['a broker that refuses', { [QUESTION]: [401, {}] }],
    ['no broker', { [QUESTION]: [200, '<h1>hello</h1>'] }],
  ])('never says yes of %s', async (_, script) => {
    const { access } = await broker(script);

    expect(await refusal(ask(access))).toBeInstanceOf(TargetError);
  });
});
