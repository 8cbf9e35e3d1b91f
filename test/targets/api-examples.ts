import { startMockTenant } from '../../fixtures/tenant/start-mock-tenant.ts';

/** An answer of the mock tenant to each operation: what a person writes into the stubs of a mock server. */
export interface ApiExamples {
  readonly action: Readonly<Record<string, unknown>>;
  readonly list: unknown;
  readonly deployed: unknown;
  readonly triggers: unknown;
}

/** Asks the mock tenant for one answer to each operation. */
export async function apiExamples(): Promise<ApiExamples> {
  // Its builds take no time: what is deployed has to be built.
  const tenant = await startMockTenant({ buildMs: 0 });
  const headers = { authorization: `Bearer ${await tenant.token()}`, 'content-type': 'application/json' };
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${tenant.url}/api/v2/actions${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`the mock tenant answered ${method} ${path} with ${answer.status}`);
    return await answer.json();
  };
  try {
    const body = {
      name: 'my-action',
      supported_triggers: [{ id: 'post-login', version: 'v3' }],
      code: 'exports.onExecutePostLogin = async () => {};',
      runtime: 'node22',
      dependencies: [{ name: 'lodash', version: '4.17.21' }],
      secrets: [{ name: 'MY_SECRET', value: 'once' }],
    };
    const { id } = (await ask('POST', '/actions', body)) as { readonly id: string };
    return {
      // Read, and so built: a canned answer that stays pending is a build that never ends.
      action: (await ask('GET', `/actions/${id}`)) as Readonly<Record<string, unknown>>,
      list: await ask('GET', '/actions'),
      deployed: await ask('POST', `/actions/${id}/deploy`),
      triggers: await ask('GET', '/triggers'),
    };
  } finally {
    await tenant.close();
  }
}
