import { describe, expect, it } from 'vitest';

import type { TenantFetch } from '../../fixtures/tenant/mock-tenant.ts';
import { resultOf, runAgainst } from '../example-run.ts';

const ID = '4ae032c0-a617-407a-86d4-465edd5749c7';

/** An honest tenant whose published module comes after others that were never published, `size` on a page. */
const crowded =
  (size: number, others: readonly object[], tells: { readonly total?: number } = {}) =>
  (honest: TenantFetch): TenantFetch =>
  async (request) => {
    const url = new URL(request.url);
    if (url.pathname === '/api/v2/actions/modules') {
      const page = Number(url.searchParams.get('page'));
      url.searchParams.set('page', '0');
      const first = await honest(new Request(url, { headers: request.headers }));
      const { modules } = (await first.json()) as { readonly modules: readonly object[] };
      const every = [...others, ...modules];
      return Response.json({ modules: every.slice(page * size, (page + 1) * size), ...tells });
    }
    return url.pathname.includes(ID) ? Response.json({ versions: [] }) : honest(request);
  };

const reasonOf = async (wrap: (honest: TenantFetch) => TenantFetch): Promise<string> => {
  const { report } = await runAgainst({ wrap });
  const { verdict, reason } = resultOf(report, 'request.modules.one');
  return `${verdict}: ${reason}`;
};

describe('a published module', () => {
  it.each([
    ['behind one that is not published', 100, [{ id: ID }], {}],
    ['on the second page', 1, [{ id: ID, latest_version_number: 0 }], {}],
    ['where the total is told', 1, [{ id: ID }], { total: 2 }],
  ])('is found: %s', async (_, size, others, tells) => {
    expect(await reasonOf(crowded(size, others, tells))).toMatch(/^passed: /);
  });

  it.each([
    [403, { errorCode: 'feature_not_enabled' }, 'Action Modules are not enabled for this tenant'],
    [403, { errorCode: 'insufficient_scope' }, 'a list of them is answered with 403'],
    [404, {}, 'not offered: the target has no Action Modules'],
    [200, { modules: [] }, 'the tenant has no Action Module to refer to'],
    [200, { modules: [{ id: ID, latest_version_number: 0 }] }, 'no published one is among'],
  ])('is missed with the reason: %i %j', async (status, body, reason) => {
    const wrap =
      (honest: TenantFetch): TenantFetch =>
      (request) => {
        if (request.url.includes(ID)) return Promise.resolve(Response.json({ versions: [] }));
        return request.url.includes('/actions/modules')
          ? Promise.resolve(Response.json(body, { status }))
          : honest(request);
      };
    expect(await reasonOf(wrap)).toContain(`not-exercised: `);
    expect(await reasonOf(wrap)).toContain(reason);
  });
});
