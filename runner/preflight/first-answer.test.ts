import { describe, expect, it } from 'vitest';

import { FakeTime } from '../../driver/example-time.ts';
import type { TenantFetch } from '../../fixtures/tenant/mock-tenant.ts';
import { idsWith, resultOf, runAgainst, type ExampleRun } from '../example-run.ts';

type Wrap = (honest: TenantFetch) => TenantFetch;

const isCreate = ({ method, url }: Request): boolean => method === 'POST' && url.endsWith('/actions/actions');

const onCreate =
  (answer: () => Response): Wrap =>
  (honest) =>
  (request) =>
    isCreate(request) ? Promise.resolve(answer()) : honest(request);

/** All that is below the API's root. */
const onApi =
  (answer: (request: Request) => Response): Wrap =>
  (honest) =>
  (request) =>
    request.url.includes('/oauth/token') ? honest(request) : Promise.resolve(answer(request));

/** The honest tenant, with its API at another path. */
const below =
  (path: string): Wrap =>
  (honest) =>
  (request) => {
    const url = new URL(request.url);
    if (url.pathname === '/oauth/token') return honest(request);
    if (!url.pathname.startsWith(`${path}/actions/`))
      return Promise.resolve(new Response('{}', { status: 404 }));
    url.pathname = `/api/v2${url.pathname.slice(path.length)}`;
    const { method, headers, body } = request;
    return honest(new Request(url, { method, headers, body, ...(body === null ? {} : { duplex: 'half' }) }));
  };

const page = (status = 200): Response =>
  new Response('<html>', { status, headers: { 'content-type': 'text/html' } });

const json = (status: number, body: object = {}): Response => Response.json(body, { status });

const reasonIn = ({ report }: ExampleRun): string => resultOf(report, 'request.name.type').reason;

describe('a create that is answered with something else than success, where the API is', () => {
  it.each([
    [404, () => json(404)],
    [405, () => json(405)],
    [400, () => json(400)],
    [500, () => json(500)],
    [404, () => page(404)],
  ])('is judged: %i', async (status, answer) => {
    const { report } = await runAgainst({ wrap: onCreate(answer) });
    expect(report.verdict).toBe('not-conformant');
    const findings = report.requirements.flatMap((each) => each.findings);
    expect(findings.map(({ actual }) => actual)).toContain(String(status));
  });
});

describe('a target of which nothing can be said', () => {
  it.each<[string, Wrap, RegExp]>([
    ['another server', onApi(() => json(404)), /404, and no list of actions was found.*whole base path/],
    ['a web site', onApi(() => page()), /200 and a web page, not JSON.*whole base path/],
    [
      'one that redirects',
      onApi(() => new Response(null, { status: 303, headers: { location: 'https://elsewhere.example/' } })),
      /303, to https:\/\/elsewhere\.example\/.*No redirect is followed/,
    ],
    [
      'a tenant that is full',
      onCreate(() => json(403, { errorCode: 'too_many_entities' })),
      /as it may.*sweep/,
    ],
    [
      'a token without rights',
      onCreate(() => json(403, { message: 'Insufficient scope' })),
      /403.*has the scope/,
    ],
    ['a token that is refused', onApi(() => json(401)), /401.*belongs to this tenant/],
  ])('leaves a report that says why and what to do: %s', async (_, wrap, reason) => {
    const run = await runAgainst({ wrap }, { time: new FakeTime() });
    expect(run.report.verdict).toBe('partial');
    expect(idsWith(run.report, 'failed', 'warned', 'passed', 'unobserved')).toEqual([]);
    expect(reasonIn(run)).toMatch(reason);
    expect(run.report.summary).toContain('could be judged');
    // What it saw stands in the report, and it asks no more.
    expect(run.report.exchanges[0]?.answer?.status).toBeGreaterThan(0);
    expect(run.report.phases.edges.cases).toBe(1);
  });

  it('is one that is not there', async () => {
    const run = await runAgainst({}, { base: 'http://127.0.0.1:9', access: { by: 'token', token: 'a.b.c' } });
    expect(run.report.verdict).toBe('partial');
    expect(reasonIn(run)).toMatch(/gave no answer.*ECONNREFUSED.*Check the address/);
  });
});

describe('an API by another path', () => {
  it.each([
    ['', ''],
    ['/actions', '/actions'],
    ['/mock/v2', '/mock/v2'],
    ['/api/v2', '/actions/actions'],
    ['/mock', '/mock/actions'],
  ])('is found at %j where the target is given as %j', async (path, given) => {
    const { report } = await runAgainst({ wrap: below(path) }, ({ url }) => ({ base: `${url}${given}` }));
    expect(report.summary).toMatch(/hold/);
    expect(report.verdict).toBe('conformant');
  });
});

describe('a token that is none', () => {
  it.each([
    ['Bearer abc.def.ghi', /begins with the word Bearer\. Remove the word/],
    ['Authorization: Bearer abc.def.ghi', /is a whole header/],
    ['"abc.def.ghi"', /stands in quotation marks/],
    ['abc.def.\nghi', /has white space in it/],
    ['абв.где.жзи', /no header can hold/],
  ])('is not sent: %j', async (token, reason) => {
    const run = await runAgainst({}, { access: { by: 'token', token } });
    expect(run.report.requests.total).toBe(0);
    expect(run.report.verdict).toBe('partial');
    expect(reasonIn(run)).toMatch(reason);
  });

  it.each([
    ['opaque-token', 401, /no JSON Web Token/],
    ['opaque-token', 400, /no JSON Web Token/],
    ['eyJhbGciOiJIUzI1NiJ9.eyJ', 400, /may have been cut/],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6ImNyZWF0.c2ln', 400, /cannot be read: it may have been cut/],
  ])('is told as the cause where the target refuses it: %s with %i', async (token, status, reason) => {
    const run = await runAgainst({ wrap: onApi(() => json(status)) }, { access: { by: 'token', token } });
    expect(run.report.verdict).toBe('partial');
    expect(reasonIn(run)).toMatch(reason);
  });

  it('is no excuse for a mock that takes it and refuses a valid body', async () => {
    const wrap: Wrap = () => (request) =>
      Promise.resolve(request.method === 'GET' ? json(200, { actions: [] }) : json(400));
    const { report } = await runAgainst({ wrap }, { access: { by: 'token', token: 'opaque-token' } });
    expect(idsWith(report, 'failed')).toContain('request.body.base');
  });
});

describe('a target that grants no tokens', () => {
  it.each([404, 405, 501])('is told to be given one: %i', async (status) => {
    const wrap: Wrap = (honest) => (request) =>
      request.url.endsWith('/oauth/token') ? Promise.resolve(json(status)) : honest(request);
    const run = await runAgainst({ wrap });
    expect(run.report.verdict).toBe('partial');
    expect(reasonIn(run)).toMatch(/no token endpoint there.*give a token with --token/);
  });
});
