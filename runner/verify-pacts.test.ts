import { describe, expect, it } from 'vitest';

import { catalogue } from '../contracts/catalogue.ts';
import type { MockTenantOptions, TenantFetch } from '../fixtures/tenant/mock-tenant.ts';
import { OWN_PACTS } from '../contracts/pacts/own-pacts.ts';
import { mutants } from '../fixtures/mutants/shelf.ts';
import { examplePact } from '../pacts/example-pact.ts';
import { readPact } from '../pacts/read-pact.ts';
import type { Report } from '../verdicts/report.ts';
import { forgetful, refuse401 } from './example-refusals.ts';
import { resultOf, runAgainst } from './example-run.ts';

const OWN = Object.entries(OWN_PACTS).map(([file, pact]) => readPact(JSON.stringify(pact), file));
const REFUSED = { status: 429, headers: { 'content-type': 'application/json' } };
const ALONE = { pacts: OWN, pactsAlone: true } as const;
const LIMITED = { rateLimit: { burst: 100, perSecond: 1 } };

const wrapOf = (name: string) => {
  const mutant = mutants.find((each) => each.name === name);
  if (mutant === undefined) throw new Error(`there is no mutant ${name}`);
  return { wrap: mutant.wrap };
};
const outcomes = ({ interactions }: Report, outcome: string) =>
  interactions.filter((each) => each.outcome === outcome).map(({ title }) => title);

// Most of each is waiting for the Verifier, a process of its own.
describe.concurrent('verification alone', () => {
  it.each(['documented', 'observed'] as const)('verifies everything against the %s tenant', async (like) => {
    const { report, left } = await runAgainst({ like, ...LIMITED }, ALONE);

    expect(report.interactions.filter(({ outcome }) => outcome !== 'verified')).toEqual([]);
    expect(report.interactions).toHaveLength(22);
    expect(left).toEqual([]);
    expect(report.requests.create).toBe(0);
    expect(report.requests.pact).toBeGreaterThan(40);
    expect(JSON.stringify(report)).not.toContain('an-example-and-no-token');
  });

  it('fails visibly against a faulty tenant, under the requirement that it breaks and no other', async () => {
    const { report, left } = await runAgainst(wrapOf('status-of-action-mistyped'), {
      ...ALONE,
      pacts: OWN.slice(0, 1),
    });

    expect(report.verdict).toBe('not-conformant');
    expect(outcomes(report, 'failed')).toContain('a create that deploys (given a client may create actions)');
    const failed = report.interactions.find(({ outcome }) => outcome === 'failed');
    expect(failed?.mismatches).toMatchObject([{ path: '/status' }]);
    expect(failed?.requirements).toContain('answer.action.status.enum');
    expect(report.exchanges.map(({ id }) => id)).toContain(failed?.exchange);
    expect(left).toEqual([]);
  });

  it('takes the level of the requirement: a broken SHOULD warns, and yet the consumer fails', async () => {
    const { report } = await runAgainst(wrapOf('refuses-without-message'), {
      ...ALONE,
      pacts: OWN.slice(0, 1),
    });

    expect(resultOf(report, 'error.envelope').verdict).toBe('warned');
    expect(report.summary).toMatch(
      /^4 of 11 interactions of pacts failed\. All \d+ judged MUSTs hold; .*; 1 warned\.$/,
    );
  });

  it('plays pacts of every version, and calls nothing verified that cannot be played', async () => {
    const three = examplePact([{ description: 'three' }, { state: 'the moon is full' }]);
    const two = examplePact([{ description: 'two' }], { pactSpecification: { version: '2.0.0' } });
    const pacts = [readPact(three, '3.json'), readPact(two, '2.json')];
    const { report, left } = await runAgainst({}, { ...ALONE, pacts });

    expect(outcomes(report, 'verified')).toEqual(['three', 'two']);
    expect(outcomes(report, 'not-exercised')).toEqual(['a create (given the moon is full)']);
    const reason = report.interactions.find(({ outcome }) => outcome === 'not-exercised');
    expect(reason).toMatchObject({ reason: 'the suite cannot bring about the state “the moon is full”' });
    expect(left).toEqual([]);
  });

  it('does not spend a rate limit of which thousands of requests remain', async () => {
    const wrap: MockTenantOptions['wrap'] = (fetch) => async (request) => {
      const answer = await fetch(request);
      const headers = new Headers(answer.headers);
      headers.set('x-ratelimit-remaining', '4999');
      return new Response(answer.body, { status: answer.status, headers });
    };
    const limited = OWN.map((own) => ({
      ...own,
      interactions: own.interactions.filter(({ states }) => states.some(({ name }) => /limit is/.test(name))),
    }));
    const { report } = await runAgainst({ wrap }, { ...ALONE, pacts: limited });

    expect(report.interactions.length).toBeGreaterThan(0);
    const reasons = new Set(report.interactions.map(({ reason }) => reason));
    expect([...reasons]).toEqual([
      'the target says that 4999 requests remain, and 200 are spent on purpose at the most',
    ]);
    expect(report.requests.pact).toBe(1);
  });

  it('tries again where the limit has filled up meanwhile', async () => {
    const spent = () => new Response('{"statusCode":429,"error":"e","message":"m"}', REFUSED);
    let creates = 0;
    const wrap: MockTenantOptions['wrap'] = (fetch) => async (request) => {
      if (request.url.endsWith('?per_page=1')) return spent();
      if (request.method !== 'POST' || request.url.includes('oauth')) return await fetch(request);
      creates += 1;
      return creates === 1 ? await fetch(request) : spent();
    };
    const [own] = OWN;
    if (own === undefined) throw new Error('the suite has no pacts');
    const limited = own.interactions.filter(({ states }) =>
      states.some(({ name }) => name.includes('limit')),
    );
    const limits = { maxRequests: 100, maxCreates: 10, maxLive: 1, maxTimeMs: 60_000 };
    const pacts = [{ ...own, interactions: limited }];
    const { report, left } = await runAgainst({ wrap }, { ...ALONE, pacts, limits });

    expect(report.interactions.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['verified', 'the answer is what the consumer relies on'],
    ]);
    expect(creates).toBe(2);
    expect(left).toEqual([]);
  });

  it('judges nothing of a target that does not let it in', async () => {
    const access = { by: 'token', token: 'e30.e30.e30' } as const;
    const pacts = [readPact(examplePact(), 'a.json')];
    const { report } = await runAgainst({}, { ...ALONE, pacts, access });
    expect(report.verdict).toBe('partial');
    expect(report.interactions.map(({ outcome }) => outcome)).toEqual(['not-exercised']);
    expect(report.interactions[0]?.reason).toMatch(/was answered with 401/);
  });

  it('renews a token that the target forgets, whatever it is sent for', async () => {
    // The limited token is none that could be renewed, and a spent limit fills up while one is.
    const renewable = OWN.map((pact) => ({
      ...pact,
      interactions: pact.interactions.filter(({ states }) =>
        states.every(({ name }) => !/limit|scope/.test(name)),
      ),
    }));
    const { report, left } = await runAgainst({ wrap: forgetful(1) }, { pacts: renewable, pactsAlone: true });

    expect(report.interactions.filter(({ outcome }) => outcome !== 'verified')).toEqual([]);
    expect(report.interactions).toHaveLength(18);
    // Each POST but the first one needs another token.
    expect(report.requests.token).toBe(16);
    expect(left).toEqual([]);
  });

  it('judges nothing once the target lets no token in any more', async () => {
    let creates = 0;
    const wrap: MockTenantOptions['wrap'] = (honest) => (request) => {
      if (request.method === 'POST' && request.headers.has('authorization')) creates += 1;
      return creates > 1 && request.method === 'POST' && !request.url.endsWith('/oauth/token')
        ? Promise.resolve(refuse401())
        : honest(request);
    };
    const pacts = [readPact(examplePact([{ description: 'one' }, { description: 'two' }]), 'a.json')];
    const { report, left } = await runAgainst({ wrap }, { ...ALONE, pacts });

    expect(report.interactions.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['verified', 'the answer is what the consumer relies on'],
      ['not-exercised', 'the target no longer accepts the token'],
    ]);
    expect(report.requests.token).toBe(2);
    expect(left).toEqual([]);
  });

  it('ends soon when it is interrupted, and leaves nothing behind', async () => {
    const interruption = new AbortController();
    const wrap: MockTenantOptions['wrap'] = (honest) => (request) => {
      if (request.method === 'POST' && request.headers.has('authorization')) interruption.abort();
      return honest(request);
    };
    const { signal } = interruption;
    const { report, left } = await runAgainst({ wrap }, { ...ALONE, pacts: OWN.slice(0, 1), signal });

    expect(outcomes(report, 'verified')).toHaveLength(1);
    const reasons = report.interactions.filter(({ outcome }) => outcome === 'not-exercised');
    expect(new Set(reasons.map(({ reason }) => reason))).toEqual(new Set(['the run was interrupted']));
    expect(report.verdict).toBe('partial');
    expect(left).toEqual([]);
  });

  it('keeps to the budget', async () => {
    const limits = { maxRequests: 6, maxCreates: 1, maxLive: 1, maxTimeMs: 60_000 };
    const { report, left } = await runAgainst({}, { ...ALONE, pacts: OWN.slice(0, 1), limits });

    expect(report.requests.total).toBeLessThanOrEqual(6);
    expect(outcomes(report, 'not-exercised').length).toBeGreaterThan(4);
    expect(left).toEqual([]);
  });
});

describe.concurrent('verification at the end of a run', () => {
  it('sends no more than what the run has not sent already', async () => {
    const { report, left } = await runAgainst({}, { depth: 'standard', pacts: OWN });

    expect(outcomes(report, 'verified')).toHaveLength(20);
    // Three creates that the plan has no like of, each with its deletion, and one that is refused.
    expect(report.requests.pact).toBe(4);
    expect(report.phases.pacts.requests).toBe(7);
    expect(report.verdict).toBe('conformant');
    expect(left).toEqual([]);
  });

  it.each([
    ['request.name.required', 'its refusals prove nothing: the valid body beside them was not accepted'],
    ['answer.action.id', 'the request was answered with 400'],
  ])('lets nothing pass on a target that refuses every create: %s', async (id, reason) => {
    const wrap =
      (honest: TenantFetch): TenantFetch =>
      async (request) =>
        request.method === 'POST' && request.url.endsWith('/actions/actions')
          ? Response.json({ statusCode: 400, error: 'Bad Request', message: 'No.' }, { status: 400 })
          : await honest(request);
    const requirements = catalogue.filter((each) => each.id === id);
    const { report } = await runAgainst({ wrap }, { ...ALONE, requirements });
    expect(resultOf(report, id)).toMatchObject({ verdict: 'not-exercised', reason });
  });

  it('holds no read against a deletion that never was', async () => {
    const wrap =
      (honest: TenantFetch): TenantFetch =>
      async (request) =>
        request.method === 'GET' && request.url.includes('/actions/00000000-')
          ? Response.json({ id: 'somebody’s' })
          : await honest(request);
    const requirements = catalogue.filter(({ id }) => id === 'lifecycle.delete.gone');
    // A consumer may call a read of an unknown action what it likes.
    const pacts = OWN.map((pact) => ({
      ...pact,
      interactions: pact.interactions
        .filter(({ description }) => description === 'a read of an action that does not exist')
        .map((each) => ({ ...each, requirements: ['lifecycle.delete.gone'] })),
    }));
    const { report } = await runAgainst({ wrap }, { ...ALONE, pacts, requirements });
    expect(report.interactions.some(({ outcome }) => outcome === 'failed')).toBe(true);
    expect(resultOf(report, 'lifecycle.delete.gone')).toMatchObject({
      verdict: 'not-exercised',
      reason: 'the consumer asks for an action that never was, and nothing was deleted',
    });
  });

  it('plays what bears on the requirements in scope', async () => {
    const { report } = await runAgainst(
      {},
      {
        depth: 'standard',
        pacts: OWN,
        requirements: catalogue.filter(({ id }) => id === 'lifecycle.delete.status'),
      },
    );

    expect(report.interactions.map(({ title }) => title)).toEqual(
      Array.from({ length: 2 }, () => 'a delete of an action (given an action exists)'),
    );
  });
});
