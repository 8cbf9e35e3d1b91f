import type { MockTenant, TenantFetch } from '../fixtures/tenant/mock-tenant.ts';

/** Names of actions that are none of the suite's business. */
export const OTHERS: readonly string[] = ['Somebody else’s action', 'another one'];

/** Puts actions of others into a tenant, for real tenants are seldom empty. */
export async function furnish(honest: TenantFetch, tenant: MockTenant): Promise<void> {
  for (const name of OTHERS) {
    const body = JSON.stringify({ name, supported_triggers: [{ id: 'post-login', version: 'v3' }] });
    const { status } = await honest(await requestTo(tenant, { method: 'POST', body }));
    if (status !== 201) throw new Error(`the tenant could not be furnished: it answered ${status}`);
  }
}

/** Names of the actions that are in a tenant. */
export async function inventoryOf(honest: TenantFetch, tenant: MockTenant): Promise<readonly string[]> {
  const answer = await honest(await requestTo(tenant, { method: 'GET' }));
  const { actions } = (await answer.json()) as { readonly actions: readonly { readonly name: string }[] };
  return actions.map(({ name }) => name);
}

async function requestTo(
  tenant: MockTenant,
  init: { readonly method: string; readonly body?: string },
): Promise<Request> {
  return new Request(`${tenant.url}/api/v2/actions/actions?per_page=100`, {
    ...init,
    headers: { authorization: `Bearer ${await tenant.token()}`, 'content-type': 'application/json' },
  });
}
