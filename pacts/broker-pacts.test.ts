import { afterAll, afterEach, describe, expect, it } from 'vitest';

import { Transport } from '../driver/transport.ts';
import { BrokerPacts } from './broker-pacts.ts';
import { brokerStarter, type Script } from './example-broker.ts';
import { examplePact } from './example-pact.ts';

const LIST = 'POST /pacts/provider/auth0/for-verification';
const PACT = 'GET /pacts/1';
const RESULTS = 'POST /pacts/1/results';

const list = (href: string) => ({ _embedded: { pacts: [{ _links: { self: { href } } }] } });
const pact = (href: string): object => ({
  ...(JSON.parse(examplePact()) as object),
  _links: { 'pb:publish-verification-results': { href } },
});
const GOOD: Script = {
  [LIST]: [200, list('{base}/pacts/1')],
  [PACT]: [200, pact('{base}/pacts/1/results')],
  [RESULTS]: [201, {}],
};

const start = brokerStarter(afterEach);
const transport = new Transport();
afterAll(() => transport.close());

async function broker(script: Script) {
  const { base, asked } = await start(script);
  return { asked, pacts: new BrokerPacts(transport, { base, token: 'the-token', timeoutMs: 1000 }) };
}

it('reads the pacts that a provider has to keep, and says what came of them', async () => {
  const { asked, pacts } = await broker(GOOD);
  const [found] = await pacts.forVerification('auth0');
  expect(found?.consumer).toBe('somebody');
  if (found !== undefined) await pacts.publishResult(found, { success: true });

  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /', LIST, PACT, RESULTS]);
  expect(asked.every(({ authorization }) => authorization === 'Bearer the-token')).toBe(true);
  expect(JSON.parse(asked[1]?.body ?? '')).toMatchObject({
    consumerVersionSelectors: [{ mainBranch: true }, { deployedOrReleased: true }],
  });
  expect(asked[3]?.body).toBe('{"success":true}');
});

describe('a broker that is none, or refuses, is told on one line', () => {
  it.each<[string, Script, RegExp]>([
    ['401', { 'GET /': [401, {}] }, /answered 401$/],
    ['no links', { 'GET /': [200, {}] }, /links to no pacts for verification/],
    ['no JSON', { 'GET /': [200, '<h1>hello</h1>'] }, /is not JSON/],
    ['a pact that is none', { ...GOOD, [PACT]: [200, {}] }, /is no pact/],
    [
      'a link to another origin',
      { ...GOOD, [LIST]: [200, list('https://evil.example/')] },
      /its token does not go/,
    ],
  ])('%s', async (_, script, message) => {
    const { pacts } = await broker(script);

    await expect(pacts.forVerification('auth0')).rejects.toThrow(message);
  });

  it('results that are not taken', async () => {
    const { pacts } = await broker({ ...GOOD, [RESULTS]: [409, {}] });
    const [found] = await pacts.forVerification('auth0');

    await expect(found && pacts.publishResult(found, { success: true })).rejects.toThrow(/answered 409/);
  });
});
