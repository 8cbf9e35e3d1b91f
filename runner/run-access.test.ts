import { describe, expect, it } from 'vitest';

import { OWN_PACTS } from '../contracts/pacts/own-pacts.ts';
import type { TenantFetch } from '../fixtures/tenant/mock-tenant.ts';
import { readPact } from '../pacts/read-pact.ts';
import { forgetful, refuse401 } from './example-refusals.ts';
import { idsWith, resultOf, runAgainst } from './example-run.ts';

/** A token with these claims, which no tenant signed. */
const claiming = (claims: object): string =>
  ['{"alg":"none"}', JSON.stringify(claims), 'x']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

/** A tenant that says its tokens allow no more than this. */
const granting =
  (scope: string) =>
  (honest: TenantFetch): TenantFetch =>
  async (request) => {
    const answer = await honest(request);
    if (!request.url.endsWith('/oauth/token')) return answer;
    return Response.json({ ...((await answer.json()) as object), scope });
  };

describe('a token that the target refuses in mid-run', () => {
  it('is renewed, and nothing is judged by the refusal', async () => {
    const { report, left } = await runAgainst({ wrap: forgetful(20) });
    expect(report.verdict).toBe('conformant');
    expect(report.requests.token).toBeGreaterThan(3);
    expect(left).toEqual([]);
  });

  it('is renewed once where that does not help', async () => {
    const { report } = await runAgainst({
      wrap: (honest) => (request) =>
        request.method === 'DELETE' ? Promise.resolve(refuse401()) : honest(request),
    });
    expect(report.verdict).toBe('partial');
    expect(report.requests.token).toBe(2);
    expect(resultOf(report, 'lifecycle.delete.status').reason).toMatch('no longer accepts the token');
  });
});

describe('what the token does not allow', () => {
  it.each([
    ['create:actions', 'read:actions update:actions delete:actions'],
    ['delete:actions', 'create:actions read:actions update:actions'],
  ])('is not exercised, and nothing is sent: %s', async (missing, scope) => {
    const { report } = await runAgainst({ wrap: granting(scope) });
    expect(report.verdict).toBe('partial');
    expect(report.actions.created).toBe(0);
    expect(resultOf(report, 'request.name.type').reason).toBe(`missing scope ${missing}`);
  });

  it('creates nothing that could not be deleted: neither at random nor for a consumer', async () => {
    const wrap = granting('create:actions read:actions update:actions');
    const file = 'node-auth0-auth0-actions.json';
    const pacts = [readPact(JSON.stringify(OWN_PACTS[file]), file)];
    const { report, left } = await runAgainst({ wrap }, { explore: 60, pacts });
    expect(report.actions.created).toBe(0);
    expect(left).toEqual([]);
    expect(report.interactions.find(({ title }) => title.startsWith('a create'))?.reason).toBe(
      'missing scope delete:actions',
    );
  });

  it('leaves the rest to be judged', async () => {
    const { report } = await runAgainst({ wrap: granting('create:actions delete:actions') });
    expect(resultOf(report, 'lifecycle.read.found').reason).toBe('missing scope read:actions');
    expect(resultOf(report, 'request.name.type').verdict).toBe('passed');
  });

  it('is nothing to start with when it has run out', async () => {
    const { report } = await runAgainst({}, { access: { by: 'token', token: claiming({ exp: 1 }) } });
    expect(report.requests.create + report.requests.probe).toBe(0);
    expect(resultOf(report, 'request.name.type').reason).toBe(
      'the access token expired on 1970-01-01T00:00:01.000Z. Give a new one',
    );
  });

  it('makes a limited token useless that is not limited', async () => {
    const { report } = await runAgainst({}, { unscopedToken: claiming({ scope: 'create:actions' }) });
    expect(idsWith(report, 'failed')).toEqual([]);
    expect(resultOf(report, 'auth.scope.required').reason).toBe(
      'the limited token has the scope create:actions',
    );
  });
});
