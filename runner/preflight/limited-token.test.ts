import { describe, expect, it } from 'vitest';

import type { TenantFetch } from '../../fixtures/tenant/mock-tenant.ts';
import { idsWith, resultOf, runAgainst } from '../example-run.ts';

/** A token with these claims, which no tenant signed. */
const claiming = (claims: object): string =>
  ['{"alg":"none"}', JSON.stringify(claims), 'x']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

describe('a limited token', () => {
  it.each([
    ['expired', claiming({ exp: 86_400 }), 'the limited token expired on 1970-01-02T00:00:00.000Z'],
    ['with a scheme', 'Bearer a.b.c', 'the limited token begins with the word Bearer: remove the word'],
    ['of another tenant', claiming({ iss: 'https://else.example/' }), 'it may be of another tenant'],
    ['opaque', 'abc-123', 'it is no JSON Web Token'],
    ['cut', claiming({ sub: 'x' }).replace(/\.[^.]*$/, ''), 'it may have been cut'],
    ['that may create', claiming({ scope: 'create:actions' }), 'has the scope create:actions'],
  ])('says nothing of the target where it is no good: %s', async (_, unscopedToken, reason) => {
    const { report } = await runAgainst({}, { unscopedToken, depth: 'standard' });
    expect(report.verdict).toBe('partial');
    expect(idsWith(report, 'failed', 'warned')).toEqual([]);
    const required = resultOf(report, 'auth.scope.required');
    expect(required.verdict).toBe('not-exercised');
    expect(required.reason).toContain(reason);
  });

  it('is no excuse for a target that knows it, and answers 401 to what it lacks', async () => {
    const wrap =
      (honest: TenantFetch): TenantFetch =>
      async (request) => {
        const answer = await honest(request);
        return answer.status === 403 ? Response.json({}, { status: 401 }) : answer;
      };
    const { report } = await runAgainst({ wrap });
    expect(idsWith(report, 'failed')).toContain('auth.scope.required');
  });
});

describe('a limited client', () => {
  const limitedClient = { clientId: 'limited', clientSecret: 'limited-secret-1', audience: 'x' };

  /** A run against a tenant that answers a second client so, which is told how to make a token of these scopes. */
  async function runWith(
    answer: (mint: (scopes: readonly string[]) => Promise<string>) => Promise<Response>,
  ): ReturnType<typeof runAgainst> {
    let mint: ((scopes: readonly string[]) => Promise<string>) | undefined;
    const wrap =
      (honest: TenantFetch): TenantFetch =>
      async (request) => {
        const isToken = request.url.endsWith('/oauth/token');
        const { client_id: id } = isToken ? ((await request.clone().json()) as { client_id: string }) : {};
        if (id !== limitedClient.clientId || mint === undefined) return await honest(request);
        return await answer(mint);
      };
    return await runAgainst({ wrap }, (tenant) => {
      mint = (scopes) => tenant.token(scopes);
      return { unscopedToken: undefined as never, limitedClient };
    });
  }

  it('takes the place of a limited token, and is asked once', async () => {
    const { report } = await runWith(async (mint) =>
      Response.json({ access_token: await mint(['read:actions']), expires_in: 3600 }),
    );
    expect(report.verdict).toBe('conformant');
    expect(report.requests.token).toBe(2);
  });

  it.each<[string, Parameters<typeof runWith>[0], string]>([
    [
      'that may create',
      async (mint) =>
        Response.json({ access_token: await mint(['create:actions']), scope: 'create:actions' }),
      'the limited token has the scope create:actions',
    ],
    [
      'that is refused',
      () => Promise.resolve(Response.json({ error_description: 'Unauthorized' }, { status: 401 })),
      'no limited token was granted: ',
    ],
  ])('says nothing of the target where it is one: %s', async (_, answer, reason) => {
    const { report } = await runWith(answer);
    expect(idsWith(report, 'failed')).toEqual([]);
    expect(resultOf(report, 'auth.scope.required').reason).toContain(reason);
  });
});
